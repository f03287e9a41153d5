package org.urgentaction.importing.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is usual in a PDF: the size of its body text, and how far apart lines of a paragraph stand.
 *
 * @param body in points
 * @param leading in parts of a line's size
 */
record PdfMeasure(float body, float leading) {
  /** How much larger than the body text a heading is at least. */
  static final float HEADING = 1.25f;

  private static final float USUAL_LEADING = 1.2f;
  private static final float WIDEST_LEADING = 1.9f;
  private static final float GAP = 1.25f;

  static PdfMeasure of(List<PdfPage> pages) {
    Map<Float, Float> sizes = new HashMap<>();
    Map<Float, Float> leadings = new HashMap<>();
    for (PdfPage page : pages) {
      for (PdfColumns.Region region : page.regions()) {
        List<PdfLine> lines = region.lines();
        for (int i = 0; i < lines.size(); i++) {
          PdfLine line = lines.get(i);
          sizes.merge(Math.round(line.size() * 2) / 2f, line.right() - line.left(), Float::sum);
          if (i > 0 && Math.abs(lines.get(i - 1).size() / line.size() - 1) < 0.05f) {
            float leading = (line.y() - lines.get(i - 1).y()) / line.size();
            if (leading > 0.8f && leading < WIDEST_LEADING) {
              leadings.merge(
                  Math.round(leading * 20) / 20f, line.right() - line.left(), Float::sum);
            }
          }
        }
      }
    }
    return new PdfMeasure(most(sizes, 10), most(leadings, USUAL_LEADING));
  }

  private static float most(Map<Float, Float> weights, float absent) {
    return weights.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(absent);
  }

  /** Whether more than the usual space lies between two lines of a column. */
  boolean isGap(PdfLine above, PdfLine below) {
    float usual = leading * Math.max(above.size(), below.size());
    return below.y() - above.y() > GAP * usual;
  }
}
