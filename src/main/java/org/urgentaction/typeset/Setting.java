package org.urgentaction.typeset;

import java.util.List;
import org.urgentaction.document.Paper;

/**
 * How large and how wide a document is set; lengths in hundredths of a point.
 *
 * @param size of the type
 * @param smallest size of anything on the page
 * @param leading per cent of the size from line to line
 * @param gap per cent of the leading between paragraphs
 * @param start the margin at the side where lines begin
 * @param end the margin at the other side
 * @param foot the margin at the foot
 * @param signature the height of the room for a signature
 */
record Setting(
    int size, int smallest, int leading, int gap, int start, int end, int foot, int signature) {

  /** The usual setting first, then tighter ones to the limits of what reads well. */
  static final List<Setting> STEPS =
      List.of(
          of(11, 130, 55, 25, 20, 20, 18),
          of(11, 126, 45, 25, 20, 20, 18),
          of(10.75, 125, 40, 24, 20, 19, 17),
          of(10.5, 124, 36, 24, 19, 18, 17),
          of(10.25, 122, 33, 23, 18, 18, 16),
          of(10, 120, 30, 22, 18, 18, 16));

  /** For a fax, whose standard resolution has 98 rows an inch: nothing below 11 points. */
  static final List<Setting> FAX_STEPS =
      List.of(
          fax(12, 128, 55, 25, 20, 22, 18),
          fax(12, 124, 45, 25, 20, 20, 18),
          fax(11.75, 123, 40, 24, 19, 20, 17),
          fax(11.5, 122, 36, 23, 18, 20, 17),
          fax(11.25, 121, 33, 22, 18, 20, 16),
          fax(11, 120, 30, 22, 18, 20, 16));

  /** For a bulletin, of which two pages are to hold a case of the usual length. */
  static final List<Setting> BULLETIN_STEPS =
      List.of(
          bulletin(10.5, 130, 50, 20, 18),
          bulletin(10.25, 128, 46, 20, 18),
          bulletin(10, 127, 43, 19, 18),
          bulletin(9.75, 126, 40, 18, 18),
          bulletin(9.5, 125, 38, 18, 17),
          bulletin(9.25, 124, 36, 17, 17),
          bulletin(9, 122, 34, 16, 17),
          bulletin(8.75, 119, 31, 15, 16),
          bulletin(8.5, 117, 28, 14, 16));

  private static Setting bulletin(double points, int leading, int gap, int side, int foot) {
    return of(points, 800, leading, gap, side, side, foot, 18);
  }

  private static Setting of(
      double points, int leading, int gap, int start, int end, int foot, int signature) {
    return of(points, 900, leading, gap, start, end, foot, signature);
  }

  private static Setting fax(
      double points, int leading, int gap, int start, int end, int foot, int signature) {
    return of(points, 1100, leading, gap, start, end, foot, signature);
  }

  private static Setting of(
      double points,
      int smallest,
      int leading,
      int gap,
      int start,
      int end,
      int foot,
      int signature) {
    return new Setting(
        (int) Math.round(points * 100),
        smallest,
        leading,
        gap,
        Paper.mm(start),
        Paper.mm(end),
        Paper.mm(foot),
        Paper.mm(signature));
  }

  /** The same for what stands in a box: a little smaller and closer. */
  Setting inBox() {
    int less = Math.max(smallest, size - size / 14);
    return new Setting(less, smallest, leading - 4, gap * 2 / 3, start, end, foot, signature);
  }

  /** From line to line, where a typeface asks for a per cent of the usual leading. */
  int leading(int size, int typeface) {
    return (int) ((long) size * leading * typeface / 10_000);
  }

  /** Between paragraphs. */
  int gap(int typeface) {
    return leading(size, typeface) * gap / 100;
  }

  /** The size of what is said in passing. */
  int small() {
    return Math.max(smallest, size - 150);
  }
}
