package org.urgentaction.docx;

import org.urgentaction.document.Paper;

/**
 * What of a sheet is left to text, in twentieths of a point.
 *
 * @param start the margin at the side where lines begin, wide enough to file the letter
 * @param end the margin at the other side
 * @param column between the two
 */
record Margins(int width, int height, int top, int bottom, int start, int end, int column) {

  static Margins of(Paper paper, Setting setting) {
    int width = Length.ofHundredths(paper.width());
    int start = Length.twips(setting.start());
    int end = Length.twips(setting.end());
    return new Margins(
        width,
        Length.ofHundredths(paper.height()),
        Length.twips(20),
        Length.twips(setting.foot()),
        start,
        end,
        width - start - end);
  }

  /** The same sheet for what stands in a part of the column. */
  Margins column(int part) {
    return new Margins(width, height, top, bottom, start, end, part);
  }

  /** How wide a picture stands in the column: never enlarged, never taller than half a page. */
  int figure(EmbeddedPicture picture, int indent) {
    int most = Math.min(column - indent, picture.width(height / 2));
    return Math.max(1, Math.min(most, picture.naturalWidth()));
  }
}
