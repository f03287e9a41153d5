package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Paper;

/**
 * The top of a letter's first page: the sender at the end side, the recipient where the window of
 * an envelope is, the date beside it on the sender's axis.
 */
final class LetterHead {
  private static final int TOP = Paper.mm(18);
  private static final int AXIS = Paper.mm(125);
  private static final int BESIDE_WINDOW = Paper.mm(7);
  private static final int BELOW_WINDOW = Paper.mm(6);
  private static final int MOST = Paper.mm(80);
  private static final int INSIDE_WINDOW = Paper.mm(1);
  private static final int LETTERHEAD_TOP = Paper.mm(10);
  private static final int LETTERHEAD_HEIGHT = Paper.mm(22);
  private static final int BELOW_LETTERHEAD = Paper.mm(5);

  private final Column column;
  private final Paper.AddressField field;
  private final List<Placed> placed = new ArrayList<>();
  private int bottom;
  private int besideTop = TOP;
  private int besideBottom = TOP;

  LetterHead(Column column) {
    this.column = column;
    this.field = column.paper().field();
  }

  /** Where the sender's lines and the date begin, so that the widest of them just fits. */
  int axis(List<Paragraph> paragraphs) {
    int most = Math.min(AXIS, column.paper().width() - column.setting().end() - Paper.mm(60));
    int least = Paper.mm(field.start() + field.width()) + BESIDE_WINDOW;
    int room = column.paper().width() - column.setting().end() - least;
    int widest = 0;
    for (Paragraph paragraph : paragraphs) {
      widest = Math.max(widest, Column.widest(paragraph, room, column.setting().size()));
    }
    return Math.max(
        least, Math.min(most, column.paper().width() - column.setting().end() - widest));
  }

  /**
   * Adds a picture at the top of the sheet, above what a window shows; a wide one moves the sender
   * below it.
   *
   * @param node null where it only decorates
   */
  void addLetterhead(@Nullable StructureNode node, DrawnPicture picture, int axis) {
    int most = Math.min(column.width(), picture.naturalWidth());
    int width = Math.min(most, picture.width(LETTERHEAD_HEIGHT));
    int height = picture.height(width);
    int start = column.setting().start();
    Item.Image image =
        new Item.Image(node, picture, column.left(start, width), width, height, 0, false);
    placed.add(new Placed(image, 0, 0, 1, LETTERHEAD_TOP));
    int below = LETTERHEAD_TOP + height + BELOW_LETTERHEAD;
    if (start + width + BESIDE_WINDOW > axis) {
      besideTop = Math.max(besideTop, below);
      besideBottom = besideTop;
    }
    bottom = Math.max(bottom, below);
  }

  /** Whether a recipient's address leaves most of the page to the letter. */
  boolean holdsRecipient(Paragraph recipient) {
    Item.Text item = recipient(new StructureNode("P"), recipient);
    return item.rows() * item.rowHeight() <= MOST;
  }

  /** Whether a sender's address leaves most of the page to the letter. */
  boolean holdsSender(Paragraph sender, int axis) {
    Item.Text item = beside(new StructureNode("P"), sender, axis);
    return item.rows() * item.rowHeight() <= MOST;
  }

  void addSender(StructureNode node, Paragraph sender, int axis) {
    Item.Text item = beside(node, sender, axis);
    put(item, besideTop);
    besideBottom = besideTop + item.rows() * item.rowHeight();
    bottom = Math.max(bottom, besideBottom + item.rowHeight());
  }

  void addRecipient(StructureNode node, Paragraph recipient) {
    Item.Text item = recipient(node, recipient);
    int height = item.rows() * item.rowHeight();
    int windowBottom = Paper.mm(field.top() + field.height());
    int top =
        Math.max(
            Paper.mm(field.top()) + INSIDE_WINDOW,
            Math.min(Paper.mm(field.firstLine()), windowBottom - INSIDE_WINDOW - height));
    put(item, top);
    bottom = Math.max(bottom, Math.max(windowBottom, top + height) + BELOW_WINDOW);
  }

  /** Adds the date, level with the window's lower edge if the sender leaves room for that. */
  void addDate(StructureNode node, Paragraph date, int axis, boolean window) {
    Item.Text item = beside(node, date, axis);
    int height = item.rows() * item.rowHeight();
    int top = besideBottom + item.rowHeight();
    if (window) {
      top = Math.max(top, Paper.mm(field.top() + field.height()) - INSIDE_WINDOW - height);
    }
    put(item, top);
    bottom = Math.max(bottom, top + height + item.rowHeight());
  }

  List<Placed> placed() {
    return placed;
  }

  /** Where the letter goes on, from the top; 0 where there is no head. */
  int bottom() {
    return bottom;
  }

  private void put(Item.Text item, int top) {
    placed.add(new Placed(item, 0, 0, item.rows(), top));
  }

  private Item.Text recipient(StructureNode node, Paragraph paragraph) {
    int start = column.setting().start();
    int end = Paper.mm(field.start() + field.width());
    return column.block(node, paragraph, start, end - start, 0);
  }

  private Item.Text beside(StructureNode node, Paragraph paragraph, int axis) {
    int width = column.paper().width() - column.setting().end() - axis;
    return column.block(node, paragraph, axis, width, 0);
  }
}
