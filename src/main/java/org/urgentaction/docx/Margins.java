package org.urgentaction.docx;

/**
 * What of a sheet is left to text, in twentieths of a point.
 *
 * @param start the margin at the side where lines begin, wide enough to file the letter
 * @param end the margin at the other side
 * @param column between the two
 */
record Margins(int width, int height, int top, int bottom, int start, int end, int column) {

  static Margins of(Sheet sheet, Setting setting) {
    int width = Length.twips(sheet.width());
    int start = Length.twips(setting.start());
    int end = Length.twips(setting.end());
    return new Margins(
        width,
        Length.twips(sheet.height()),
        Length.twips(20),
        Length.twips(setting.foot()),
        start,
        end,
        width - start - end);
  }

  /** How wide a picture stands in the column: never enlarged, never taller than half a page. */
  int figure(EmbeddedPicture picture, int indent) {
    int most = Math.min(column - indent, picture.width(height / 2));
    return Math.max(1, Math.min(most, picture.naturalWidth()));
  }
}
