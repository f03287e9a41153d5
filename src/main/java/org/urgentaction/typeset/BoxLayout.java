package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.document.Block;
import org.urgentaction.document.Paper;

/** Lays boxes out beside each other, in rows that no page end parts, and words on a ground. */
final class BoxLayout {
  private static final int PADDING = Paper.mm(2.4);
  private static final int BETWEEN = Paper.mm(3.5);
  private static final int SMALL = 875;
  private static final int LIGHT = 92;
  private static final int NOTICE_GROUND = 85;

  private final FlowLayout flow;
  private final Column column;

  BoxLayout(FlowLayout flow, Column column) {
    this.flow = flow;
    this.column = column;
  }

  /** The rows that boxes make; what is too tall for any page flows as everything else does. */
  List<Item> rows(Block.Boxes boxes, StructureNode parent) {
    int count = boxes.boxes().size();
    int across = boxes.framed() ? across(count) : count;
    List<Item> rows = new ArrayList<>();
    for (int from = 0; from < count; from += across) {
      List<List<Block>> row = boxes.boxes().subList(from, Math.min(count, from + across));
      StructureNode trial = new StructureNode("Div");
      if (row(boxes.framed(), row, across, trial).rowHeight() <= column.paper().height() * 3 / 4) {
        rows.add(row(boxes.framed(), row, across, parent));
      } else {
        for (List<Block> box : row) {
          FlowLayout tall = flow.within(column);
          tall.add(box, parent.add("Div"), 0);
          rows.addAll(tall.items());
        }
      }
    }
    return rows;
  }

  /** Two rows of two look better than one of three and one of one; one row is the shortest. */
  private int across(int count) {
    boolean tight = column.setting().size() <= SMALL;
    return count == 4 ? (tight ? 4 : 2) : Math.min(count, 3);
  }

  private Item.Row row(boolean framed, List<List<Block>> boxes, int across, StructureNode parent) {
    int padding = framed ? PADDING : 0;
    int gap = column.setting().gap(100);
    int room = column.width() - (across - 1) * BETWEEN;
    int shares = framed ? across : boxes.stream().mapToInt(BoxLayout::share).sum();
    List<Item.Frame> frames = new ArrayList<>();
    List<Placed> parts = new ArrayList<>();
    int tallest = 0;
    int from = 0;
    for (List<Block> box : boxes) {
      int width = room * (framed ? 1 : share(box)) / shares;
      Column part =
          column.part(
              from + padding,
              width - 2 * padding,
              framed ? column.setting().inBox() : column.setting());
      FlowLayout inside = flow.within(part);
      inside.add(box, parent.add("Div"), 0);
      tallest = Math.max(tallest, place(inside.items(), padding, parts));
      if (framed) {
        frames.add(new Item.Frame(column.left(column.start() + from, width), 0, width, 0, LIGHT));
      }
      from += width + BETWEEN;
    }
    int height = tallest + padding;
    return new Item.Row(
        frames.stream().map(frame -> frame.withHeight(height)).toList(),
        parts,
        false,
        height,
        framed ? Math.max(gap, BETWEEN) : gap,
        false);
  }

  /** A box with a picture takes half of what one with text takes. */
  private static int share(List<Block> box) {
    return box.stream().anyMatch(Block.Figure.class::isInstance) ? 1 : 2;
  }

  /** Places items below each other; returns where they end. */
  private static int place(List<Item> items, int top, List<Placed> parts) {
    int y = top;
    for (Item item : items) {
      y += y == top ? 0 : item.before();
      parts.add(new Placed(item, 0, 0, item.rows(), y));
      y += item.rows() * item.rowHeight();
    }
    return y;
  }

  /** Words on a ground as wide as the column: black for a masthead, grey otherwise. */
  Item.Row band(Block.Paragraph block, Paragraph words, StructureNode parent) {
    boolean masthead = block.role() == Block.Role.MASTHEAD;
    Column inner = column.part(PADDING, column.width() - 2 * PADDING, column.setting());
    Item.Text text = inner.text(parent.add("P"), words, flow.bandSize(block.role()), 0, 0, false);
    int above = masthead ? PADDING / 3 : PADDING;
    int height = text.rows() * text.rowHeight() + 2 * above;
    Item.Frame ground =
        new Item.Frame(column.left(), 0, column.width(), height, masthead ? 0 : NOTICE_GROUND);
    return new Item.Row(
        List.of(ground),
        List.of(new Placed(text, 0, 0, text.rows(), above)),
        masthead,
        height,
        column.setting().gap(100),
        true);
  }
}
