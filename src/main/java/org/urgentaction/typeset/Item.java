package org.urgentaction.typeset;

import org.jspecify.annotations.Nullable;

/** Something that takes up height in a column; lengths in hundredths of a point. */
sealed interface Item {

  /** The distance from what stands above, unless it is at the top of a page. */
  int before();

  /** Whether its end stands on the same page as the next item's beginning. */
  boolean keptWithNext();

  /** How many parts there are between which a page may end. */
  int rows();

  int rowHeight();

  /**
   * A paragraph.
   *
   * @param x of the left edge of its lines
   */
  record Text(
      StructureNode node,
      Paragraph paragraph,
      Paragraph.Shape shape,
      int x,
      int rowHeight,
      int before,
      boolean keptWithNext,
      @Nullable Label label)
      implements Item {
    @Override
    public int rows() {
      return paragraph.lines(LineSetter.thousandths(shape.width(), shape.size())).size();
    }
  }

  /** A bullet or number beside the first line of an item. */
  record Label(StructureNode node, Paragraph paragraph, Paragraph.Shape shape, int x) {}

  /** Room to sign. */
  record Room(int rowHeight, int before, boolean keptWithNext) implements Item {
    @Override
    public int rows() {
      return 1;
    }
  }

  /** A picture; without a node it is decoration. */
  record Image(
      @Nullable StructureNode node,
      DrawnPicture picture,
      int x,
      int width,
      int rowHeight,
      int before,
      boolean keptWithNext)
      implements Item {
    @Override
    public int rows() {
      return 1;
    }
  }
}
