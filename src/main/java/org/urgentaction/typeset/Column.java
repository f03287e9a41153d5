package org.urgentaction.typeset;

import java.util.List;
import org.urgentaction.document.Paper;

/** The sheet and a setting together: where boxes stand, mirrored where lines run to the left. */
record Column(Paper paper, Setting setting, boolean rightToLeft) {

  /** The width between the margins, in hundredths of a point as everything here. */
  int width() {
    return paper.width() - setting.start() - setting.end();
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
    int start = setting.start() + indent;
    int width = width() - indent;
    return new Item.Text(
        node,
        paragraph,
        new Paragraph.Shape(width, size, paragraph.rightToLeft()),
        left(start, width),
        setting.leading(size, paragraph.leading()),
        before,
        keptWithNext,
        null);
  }

  /**
   * A block that is as wide as its widest line and stands at the start side of a box, whichever way
   * its own lines run.
   */
  Item.Text block(StructureNode node, Paragraph paragraph, int start, int width, int before) {
    int size = setting.size();
    int slack = width - widest(paragraph, width, size);
    int x = left(start, width);
    if (rightToLeft && !paragraph.rightToLeft()) {
      x += slack;
    } else if (!rightToLeft && paragraph.rightToLeft()) {
      x -= slack;
    }
    return new Item.Text(
        node,
        paragraph,
        new Paragraph.Shape(width, size, paragraph.rightToLeft()),
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
