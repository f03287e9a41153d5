package org.urgentaction.docx;

/**
 * What of a sheet is left to text, in twentieths of a point.
 *
 * @param start the margin at the side where lines begin, wide enough to file the letter
 * @param end the margin at the other side
 * @param column between the two
 */
record Margins(int width, int height, int top, int bottom, int start, int end, int column) {

  static Margins of(Sheet sheet) {
    int width = Length.twips(sheet.width());
    int start = Length.twips(25);
    int end = Length.twips(20);
    return new Margins(
        width,
        Length.twips(sheet.height()),
        Length.twips(20),
        Length.twips(20),
        start,
        end,
        width - start - end);
  }
}
