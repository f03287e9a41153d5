package org.urgentaction.typeset;

import java.util.List;
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

  /** A line across a column, which is decoration. */
  record Rule(int x, int width, int thickness, int rowHeight, int before) implements Item {
    @Override
    public boolean keptWithNext() {
      return true;
    }

    @Override
    public int rows() {
      return 1;
    }
  }

  /**
   * A ground behind what stands on it; its edges counted from the page's left and from the row's
   * top.
   *
   * @param white per cent
   */
  record Frame(int x, int top, int width, int height, int white) {
    Frame withHeight(int its) {
      return new Frame(x, top, width, its, white);
    }
  }

  /**
   * Items beside each other, which no page end parts.
   *
   * @param parts placed on page 0, from the row's top
   * @param inverse whether their letters are white
   */
  record Row(
      List<Frame> frames,
      List<Placed> parts,
      boolean inverse,
      int rowHeight,
      int before,
      boolean keptWithNext)
      implements Item {
    public Row {
      frames = List.copyOf(frames);
      parts = List.copyOf(parts);
    }

    @Override
    public int rows() {
      return 1;
    }
  }
}
