package org.urgentaction.importing.read;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a line of a column goes on with the paragraph before it. It does where its first word
 * would not have fitted above and more than that speaks for a paragraph: a small letter, a wide
 * line, or neighbours that are full too. Lines of an address, which end where they like, stay.
 */
final class PdfLineJoin {
  private static final float WIDE = 27;
  private static final float FAIRLY_WIDE = 14;
  private static final Pattern TITLE =
      Pattern.compile(
          "\\b(?:urgent (?:action|appeal)|action urgente|acción urgente|UA|AU)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final String ENDS = ".!?:;。！？؟।";

  private final PdfMeasure measure;

  /** Lines of blocks in which paragraphs follow each other without a space between them. */
  private final Set<PdfLine> close = Collections.newSetFromMap(new IdentityHashMap<>());

  PdfLineJoin(PdfMeasure measure, List<PdfPage> pages) {
    this.measure = measure;
    for (PdfPage page : pages) {
      for (PdfColumns.Region region : page.regions()) {
        int start = 0;
        boolean ends = false;
        for (int i = 0; i < region.lines().size(); i++) {
          boolean last = i + 1 == region.lines().size();
          if (last || measure.isGap(region.lines().get(i), region.lines().get(i + 1))) {
            if (ends) {
              close.addAll(region.lines().subList(start, i + 1));
            }
            start = i + 1;
            ends = false;
          } else {
            ends |= i > start && isEnd(region, i);
          }
        }
      }
    }
  }

  /** Whether a line is certainly the last one of a paragraph of several lines. */
  private static boolean isEnd(PdfColumns.Region region, int i) {
    List<PdfLine> lines = region.lines();
    String text = CleanText.of(lines.get(i).text());
    return !text.isEmpty()
        && isEnded(text)
        && isFull(lines.get(i - 1), lines.get(i), region, false)
        && !isFull(lines.get(i), lines.get(i + 1), region, false);
  }

  private static boolean isEnded(String text) {
    return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** A sentence that ends where its line does may end the paragraph, too; hardly its first line. */
  private boolean goesOnAfterSentence(
      List<PdfLine> open, PdfLine line, String text, boolean full, boolean listed) {
    return (full && !listed) ? open.size() == 1 || !close.contains(line) : isEnded(text);
  }

  /**
   * Decides for a line that stands without a gap or a bullet below an open paragraph.
   *
   * @param after the line below, if any
   * @param listed whether the paragraph begins with a bullet
   * @param first whether the paragraph is the document's first, which is its title where it names
   *     the series
   * @param joinedBefore whether the paragraph's last line was joined to one above it
   */
  boolean joins(
      List<PdfLine> open,
      PdfLine line,
      @Nullable PdfLine after,
      PdfColumns.Region region,
      boolean listed,
      boolean first,
      boolean joinedBefore) {
    PdfLine above = open.get(open.size() - 1);
    String text = CleanText.of(line.text());
    String textAbove = CleanText.of(above.text());
    if (isWordless(text) || isWordless(textAbove)) {
      return false;
    }
    boolean rightToLeft = PdfLine.Directions.isMostlyRightToLeft(text);
    if (Math.abs(above.size() / line.size() - 1) > 0.08f
        || !isFull(above, line, region, rightToLeft)
        || !isAligned(open, line, listed, rightToLeft)) {
      return false;
    }
    boolean small = Character.isLowerCase(text.codePointAt(0));
    boolean ended = isEnded(textAbove);
    boolean full =
        after != null && !measure.isGap(line, after) && isFull(line, after, region, rightToLeft);
    float width = (above.right() - above.left()) / above.size();
    if ((above.isBold() != line.isBold() && !(small && width > FAIRLY_WIDE))
        || (first && full && !small && TITLE.matcher(textAbove).find())
        || (ended && !small && !goesOnAfterSentence(open, line, text, full, listed))) {
      return false;
    }
    if (Continuation.isOwnLine(text)) {
      return (width > WIDE && !ended && !text.split(" ", 2)[0].contains("@"))
          || (textAbove.endsWith(",") && textAbove.contains("@") && text.contains("@"));
    }
    return small
        || width > WIDE
        || above.size() > PdfMeasure.HEADING * measure.body()
        || (width > FAIRLY_WIDE && (joinedBefore || full) && isProse(region))
        || (width > FAIRLY_WIDE && PdfLine.isIdeograph(text));
  }

  /**
   * Decides for the first line of a column or page: the paragraph goes on where the last column
   * ended in mid-sentence with a full line.
   *
   * @param column where the paragraph began
   */
  boolean goesOver(
      List<PdfLine> open,
      PdfColumns.Region column,
      PdfLine line,
      @Nullable PdfLine after,
      PdfColumns.Region next) {
    PdfLine above = open.get(open.size() - 1);
    String text = CleanText.of(line.text());
    String textAbove = CleanText.of(above.text());
    if (isWordless(text) || isWordless(textAbove) || isEnded(textAbove)) {
      return false;
    }
    boolean rightToLeft = PdfLine.Directions.isMostlyRightToLeft(text);
    boolean paragraph =
        open.size() > 1 || (after != null && isFull(line, after, next, rightToLeft));
    return paragraph
        && above.isBold() == line.isBold()
        && Math.abs(above.size() / line.size() - 1) < 0.08f
        && above.size() < PdfMeasure.HEADING * measure.body()
        && above.right() - above.left() > FAIRLY_WIDE * above.size()
        && isFull(above, line, column, rightToLeft)
        && !Continuation.isOwnLine(text);
  }

  /** Whether lines of a column are broken within sentences, as those of an address are not. */
  private static boolean isProse(PdfColumns.Region region) {
    int small = 0;
    for (PdfLine line : region.lines()) {
      String text = CleanText.of(line.text());
      boolean begins = !text.isEmpty() && Character.isLetter(text.codePointAt(0));
      small += begins && !Character.isUpperCase(text.codePointAt(0)) ? 1 : 0;
    }
    return small * 4 > region.lines().size();
  }

  private static boolean isWordless(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isFull(
      PdfLine above, PdfLine line, PdfColumns.Region region, boolean rightToLeft) {
    float needed = line.firstWordWidth(rightToLeft) + 0.2f * line.size();
    float free =
        rightToLeft
            ? region.right() - region.left() - above.right() + above.left()
            : region.right() - above.right();
    return needed > free - 0.3f * line.size();
  }

  private static boolean isAligned(
      List<PdfLine> open, PdfLine line, boolean listed, boolean rightToLeft) {
    PdfLine above = open.get(open.size() - 1);
    float left = (line.left() - above.left()) / line.size();
    float right = (above.right() - line.right()) / line.size();
    float in = rightToLeft && Math.abs(right) < Math.abs(left) ? right : left;
    boolean centered =
        Math.abs(above.left() + above.right() - line.left() - line.right()) < line.size();
    if (centered) {
      return true;
    } else if (open.size() > 1) {
      return Math.abs(in) < 0.7f;
    }
    return listed ? in > -3 && in < 5 : in > -5 && in < 0.7f;
  }
}
