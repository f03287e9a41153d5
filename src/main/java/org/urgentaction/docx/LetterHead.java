package org.urgentaction.docx;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/**
 * The top of a letter: the sender at the end side, the recipient where an envelope's window is, the
 * date below on the sender's axis; all of it by room and indents, so that every reader reads the
 * same order and a writer can change it like any text. Lengths in twentieths of a point.
 */
final class LetterHead {
  private static final int TOP = Length.twips(18);
  private static final int AXIS = Length.twips(125);
  private static final int LEAST_BESIDE = Length.twips(60);
  private static final int BESIDE_WINDOW = Length.twips(7);
  private static final int BELOW_WINDOW = Length.twips(6);
  private static final int INSIDE_WINDOW = Length.twips(2);
  private static final int LETTERHEAD_TOP = Length.twips(10);
  private static final int LETTERHEAD_HEIGHT = Length.twips(20);
  private static final int TALLEST_SENDER = Length.twips(80);

  private final Look look;
  private final Margins margins;
  private final Sheet sheet;
  private final PictureReader pictures;
  private final int pitch;
  private final List<Placed> placed = new ArrayList<>();
  private int top;
  private int cursor;
  private int bottom;

  /**
   * A block of the head.
   *
   * @param before the room above it
   * @param start from the start margin
   * @param end from the end margin
   */
  record Placed(Block block, int before, int start, int end) {}

  private LetterHead(Look look, Margins margins, Sheet sheet, PictureReader pictures) {
    this.look = look;
    this.margins = margins;
    this.sheet = sheet;
    this.pictures = pictures;
    pitch = look.pitch(look.size()).twips();
    top = margins.top();
    cursor = top;
    bottom = top;
  }

  /** The head of what is a letter; nothing, where its addresses are too long for one. */
  static LetterHead of(
      Document document, Look look, Margins margins, Sheet sheet, PictureReader pictures) {
    LetterHead head = new LetterHead(look, margins, sheet, pictures);
    List<Block> blocks = new ArrayList<>();
    for (Block block : document.blocks()) {
      if (!belongs(block, blocks)) {
        break;
      }
      blocks.add(block);
    }
    head.place(blocks);
    return head;
  }

  /** From the top of the sheet to the first line on every page. */
  int top() {
    return top;
  }

  List<Placed> placed() {
    return placed;
  }

  /** From the top of the sheet to what follows the head. */
  int bottom() {
    return bottom;
  }

  /** The room between the head and what follows it; 0 where there is no head. */
  int roomBelow() {
    return bottom - cursor;
  }

  /** A letterhead before all, and at most one sender, one recipient, one date. */
  private static boolean belongs(Block block, List<Block> before) {
    if (block instanceof Block.Letterhead) {
      return before.isEmpty();
    }
    if (block instanceof Block.Address address) {
      return before.stream()
          .noneMatch(other -> other instanceof Block.Address its && its.party() == address.party());
    }
    return block instanceof Block.Paragraph paragraph
        && paragraph.role() == Block.Role.DATE
        && before.stream().noneMatch(Block.Paragraph.class::isInstance);
  }

  private void place(List<Block> blocks) {
    int axis = axis(blocks);
    for (Block block : blocks) {
      if (block instanceof Block.Address address && !holds(address, axis)) {
        return;
      }
    }
    if (blocks.stream()
        .anyMatch(
            block -> block instanceof Block.Address its && its.party() == Block.Party.SENDER)) {
      top = TOP;
    }
    if (!blocks.isEmpty() && blocks.get(0) instanceof Block.Letterhead) {
      top = LETTERHEAD_TOP;
    }
    cursor = top;
    bottom = blocks.isEmpty() ? top : top + pitch;
    boolean window = false;
    for (Block block : blocks) {
      if (block instanceof Block.Letterhead letterhead) {
        EmbeddedPicture picture = pictures.read(letterhead.picture());
        put(block, top, picture.height(letterheadWidth(picture, margins)), 0, 0);
      } else if (block instanceof Block.Address address
          && address.party() == Block.Party.RECIPIENT) {
        window = true;
        placeRecipient(address);
      } else {
        placeBeside(block, axis, window);
      }
    }
    bottom = Math.max(bottom, cursor + look.gap());
  }

  /** How wide a letterhead is drawn, so that it stays above what a window shows. */
  static int letterheadWidth(EmbeddedPicture picture, Margins margins) {
    int most = Math.min(margins.column(), picture.naturalWidth());
    return Math.min(most, picture.width(LETTERHEAD_HEIGHT));
  }

  private void placeRecipient(Block.Address address) {
    int height = LineEstimate.rows(address.lines(), look.size(), windowWidth()) * pitch;
    int windowBottom = Length.twips(sheet.windowBottom());
    int first =
        Math.max(
            Length.twips(sheet.windowTop()) + INSIDE_WINDOW,
            Math.min(Length.twips(sheet.firstLine()), windowBottom - INSIDE_WINDOW - height));
    int end = margins.column() - windowWidth();
    put(address, Math.max(first, cursor + (placed.isEmpty() ? 0 : pitch / 2)), height, 0, end);
    bottom = Math.max(bottom, windowBottom + BELOW_WINDOW);
  }

  /** A sender stands at the top; a date level with the window's lower edge, or below. */
  private void placeBeside(Block block, int axis, boolean window) {
    int height = LineEstimate.rows(lines(block), look.size(), margins.column() - axis) * pitch;
    int first = placed.isEmpty() ? top : cursor + look.gap();
    if (window) {
      int level = Length.twips(sheet.windowBottom()) - INSIDE_WINDOW - height;
      first = Math.max(first, level);
    }
    put(block, first, height, axis, 0);
    bottom = Math.max(bottom, cursor + pitch * 3 / 4);
  }

  private void put(Block block, int first, int height, int start, int end) {
    placed.add(new Placed(block, first - cursor, start, end));
    cursor = first + height;
  }

  private boolean holds(Block.Address address, int axis) {
    if (address.party() == Block.Party.RECIPIENT) {
      int height = LineEstimate.rows(address.lines(), look.size(), windowWidth()) * pitch;
      return height <= Length.twips(sheet.windowBottom() - sheet.windowTop()) - 2 * INSIDE_WINDOW;
    }
    return LineEstimate.rows(address.lines(), look.size(), margins.column() - axis) * pitch
        <= TALLEST_SENDER;
  }

  /** From the start margin, so that the widest line beside the window just fits. */
  private int axis(List<Block> blocks) {
    int widest = 0;
    for (Block block : blocks) {
      if (!(block instanceof Block.Address address) || address.party() == Block.Party.SENDER) {
        widest = Math.max(widest, LineEstimate.widest(lines(block), look.size()));
      }
    }
    int least = Length.twips(sheet.windowEnd()) + BESIDE_WINDOW - margins.start();
    int most = Math.min(AXIS - margins.start(), margins.column() - LEAST_BESIDE);
    return Math.max(least, Math.min(most, margins.column() - widest));
  }

  private int windowWidth() {
    return Length.twips(sheet.windowEnd()) - margins.start();
  }

  private static List<List<Inline>> lines(Block block) {
    if (block instanceof Block.Address address) {
      return address.lines();
    }
    return block instanceof Block.Paragraph paragraph ? List.of(paragraph.content()) : List.of();
  }
}
