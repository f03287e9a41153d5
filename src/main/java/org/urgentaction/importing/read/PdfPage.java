package org.urgentaction.importing.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page of a PDF as regions in reading order.
 *
 * @param links where links are, and where they lead to
 */
record PdfPage(int number, float height, List<PdfColumns.Region> regions, List<Link> links) {

  /** A link's place, in points from the upper left corner. */
  record Link(float left, float top, float right, float bottom, String target) {

    boolean covers(PdfLine line) {
      float middle = line.y() - line.size() / 3;
      return middle > top && middle < bottom && line.right() > left && line.left() < right;
    }
  }

  /** Lines of most of the page's text first, then those that run another way. */
  static PdfPage of(int number, float height, List<PdfGlyph> glyphs, List<Link> links) {
    Map<Integer, List<PdfGlyph>> directions = new TreeMap<>();
    for (PdfGlyph glyph : glyphs) {
      directions.computeIfAbsent(glyph.direction(), any -> new ArrayList<>()).add(glyph);
    }
    List<PdfColumns.Region> regions = new ArrayList<>();
    directions.values().stream()
        .sorted((one, other) -> other.size() - one.size())
        .forEach(each -> regions.addAll(regions(each)));
    return new PdfPage(number, height, regions, links);
  }

  private static List<PdfColumns.Region> regions(List<PdfGlyph> glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.text()));
    boolean rightToLeft = PdfLine.Directions.isMostlyRightToLeft(text);
    return PdfColumns.of(PdfLine.rows(glyphs, rightToLeft), rightToLeft);
  }

  List<String> links(PdfLine line) {
    return links.stream().filter(each -> each.covers(line)).map(Link::target).distinct().toList();
  }
}
