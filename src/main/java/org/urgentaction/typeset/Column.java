package org.urgentaction.typeset;

import java.util.List;
import org.urgentaction.document.Paper;

/**
 * A part of the sheet that lines fill, and the setting they have in it; mirrored where they run to
 * the left. Lengths in hundredths of a point.
 *
 * @param start from the side of the sheet where lines begin
 */
record Column(Paper paper, Setting setting, boolean rightToLeft, int start, int width) {

  /** What the margins leave of the sheet. */
  Column(Paper paper, Setting setting, boolean rightToLeft) {
    this(
        paper,
        setting,
        rightToLeft,
        setting.start(),
        paper.width() - setting.start() - setting.end());
  }

  /**
   * A part of this column.
   *
   * @param from its beginning
   * @param its setting
   */
  Column part(int from, int wide, Setting its) {
    return new Column(paper, its, rightToLeft, start + from, wide);
  }

  /** The left edge of the column. */
  int left() {
    return left(start, width);
  }

  /**
   * The left edge of a box.
   *
   * @param start from the side of the sheet where lines begin
   */
  int left(int start, int width) {
    return rightToLeft ? paper.width() - start - width : start;
  }

  /** A paragraph that fills the column, or what an indent leaves of it. */
  Item.Text text(
      StructureNode node,
      Paragraph paragraph,
      int size,
      int indent,
      int before,
      boolean keptWithNext) {
    return new Item.Text(
        node,
        paragraph,
        new Paragraph.Shape(width - indent, size, paragraph.rightToLeft()),
        left(start + indent, width - indent),
        setting.leading(size, paragraph.leading()),
        before,
        keptWithNext,
        null);
  }

  /**
   * A block that is as wide as its widest line and stands at the start side of a box, whichever way
   * its own lines run.
   *
   * @param from from the side of the sheet where lines begin
   */
  Item.Text block(StructureNode node, Paragraph paragraph, int from, int wide, int before) {
    int size = setting.size();
    int slack = wide - widest(paragraph, wide, size);
    int x = left(from, wide);
    if (rightToLeft && !paragraph.rightToLeft()) {
      x += slack;
    } else if (!rightToLeft && paragraph.rightToLeft()) {
      x -= slack;
    }
    return new Item.Text(
        node,
        paragraph,
        new Paragraph.Shape(wide, size, paragraph.rightToLeft()),
        x,
        setting.leading(size, paragraph.leading()),
        before,
        false,
        null);
  }

  static int widest(Paragraph paragraph, int width, int size) {
    int widest = 0;
    for (List<Piece> line : paragraph.lines(LineSetter.thousandths(width, size))) {
      widest = Math.max(widest, LineSetter.width(line, size));
    }
    return widest;
  }
}
