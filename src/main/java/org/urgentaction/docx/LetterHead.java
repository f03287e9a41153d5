package org.urgentaction.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.LetterOpening;
import org.urgentaction.document.Paper;

/**
 * The top of a letter, where the PDF has it: the sender at the end side, the recipient where an
 * envelope's window is, the date on the sender's axis level with the window's lower edge. As a
 * table without lines, whose rows are as tall as these places ask: neither a longer sender nor
 * another typeface moves the address out of the window. Lengths in twentieths of a point.
 */
final class LetterHead {
  private static final int TOP = Length.twips(18);
  private static final int LETTERHEAD_TOP = Length.twips(10);
  private static final int LETTERHEAD_HEIGHT = Length.twips(20);
  private static final int AXIS = Length.twips(125);
  private static final int LEAST_BESIDE = Length.twips(60);
  private static final int BESIDE_WINDOW = Length.twips(7);
  private static final int BELOW_WINDOW = Length.twips(6);
  private static final int INSIDE_WINDOW = Length.twips(1);
  private static final int MOST = Length.twips(80);

  private final Look look;
  private final Margins margins;
  private final Paper.AddressField window;
  private final List<Row> rows = new ArrayList<>();
  private final PictureReader pictures;
  private final Block.@Nullable Letterhead letterhead;
  private final Block.@Nullable Address sender;
  private final Block.@Nullable Address recipient;
  private final Block.@Nullable Paragraph date;
  private final int blocks;
  private final int axis;
  private int bottom;
  private int roomBelow;

  /** What stands in a cell. */
  record Cell(@Nullable Block block, boolean goesOn) {
    static final Cell EMPTY = new Cell(null, false);

    /** Goes on with the cell above. */
    static final Cell MORE = new Cell(null, true);

    static Cell of(Block block) {
      return new Cell(block, false);
    }
  }

  /**
   * A row of the table.
   *
   * @param height at the least
   * @param start at the side where lines begin
   * @param end from the axis on
   */
  record Row(int height, Cell start, Cell end) {}

  private LetterHead(
      LetterOpening opening, Look look, Margins margins, Paper paper, PictureReader pictures) {
    this.letterhead = opening.letterhead();
    this.sender = opening.sender();
    this.recipient = opening.recipient();
    this.date = opening.date();
    this.blocks = opening.blocks();
    this.pictures = pictures;
    this.look = look;
    this.margins = margins;
    this.window = paper.field();
    axis = axis();
    bottom = margins.top();
  }

  /** The head of what is a letter; nothing, where its addresses are too long for one. */
  static LetterHead of(
      Document document, Look look, Margins margins, Paper paper, PictureReader pictures) {
    LetterOpening opening = LetterOpening.of(document.blocks());
    LetterHead head = new LetterHead(opening, look, margins, paper, pictures);
    if (!head.holdsAddresses()) {
      return new LetterHead(LetterOpening.NOTHING, look, margins, paper, pictures);
    }
    head.place();
    return head;
  }

  /** From the top of the sheet to the first line of the first page. */
  int top() {
    if (letterhead != null) {
      return LETTERHEAD_TOP;
    }
    return rows.isEmpty() ? margins.top() : TOP;
  }

  /** The picture above everything, if there is one. */
  Block.@Nullable Letterhead letterhead() {
    return letterhead;
  }

  /** How wide a letterhead is drawn, so that it stays above what a window shows. */
  static int letterheadWidth(EmbeddedPicture picture, Margins margins) {
    int most = Math.min(margins.column(), picture.naturalWidth());
    return Math.min(most, picture.width(LETTERHEAD_HEIGHT));
  }

  /** From the top of the sheet to the table. */
  private int tableTop() {
    if (letterhead == null) {
      return TOP;
    }
    EmbeddedPicture picture = pictures.read(letterhead.picture());
    return LETTERHEAD_TOP + picture.height(letterheadWidth(picture, margins));
  }

  /** How many of the document's blocks stand here. */
  int blocks() {
    return blocks;
  }

  List<Row> rows() {
    return rows;
  }

  /** The width of the cells at the start. */
  int startWidth() {
    return axis;
  }

  /** The width of what a window shows, within the cells at the start. */
  int windowWidth() {
    return Length.twips(window.start() + window.width()) - margins.start();
  }

  /** From the top of the sheet to what follows the head. */
  int bottom() {
    return bottom;
  }

  /** The room between the table and what follows it; 0 where there is no head. */
  int roomBelow() {
    return roomBelow;
  }

  /** Whether the addresses leave most of the page to the letter. */
  private boolean holdsAddresses() {
    return height(recipient, windowWidth()) <= MOST
        && height(sender, margins.column() - axis) <= MOST;
  }

  private void place() {
    int windowBottom = Length.twips(window.top() + window.height()) - INSIDE_WINDOW;
    int top = tableTop();
    int senderBottom = top + height(sender, margins.column() - axis);
    int address = height(recipient, windowWidth());
    int addressTop =
        Math.max(
            Length.twips(window.top()) + INSIDE_WINDOW,
            Math.min(Length.twips(window.firstLine()), windowBottom - address));
    int written = height(date, margins.column() - axis);
    int dateTop = senderBottom + pitch(date);
    if (recipient != null) {
      dateTop = Math.max(dateTop, windowBottom - written);
    }
    Cell above = sender == null ? Cell.EMPTY : Cell.of(sender);
    Cell beside = sender == null ? Cell.EMPTY : Cell.MORE;
    int end = top;
    if (recipient != null && date != null) {
      rows.add(new Row(addressTop - top, Cell.EMPTY, above));
      rows.add(new Row(dateTop - addressTop, Cell.of(recipient), beside));
      rows.add(new Row(written, Cell.MORE, Cell.of(date)));
      end = Math.max(addressTop + address, dateTop + written);
    } else if (recipient != null) {
      rows.add(new Row(addressTop - top, Cell.EMPTY, above));
      rows.add(new Row(address, Cell.of(recipient), beside));
      end = Math.max(addressTop + address, senderBottom);
    } else if (date != null) {
      rows.add(new Row(dateTop - top, Cell.EMPTY, above));
      rows.add(new Row(written, Cell.EMPTY, Cell.of(date)));
      end = dateTop + written;
    } else if (sender != null) {
      rows.add(new Row(senderBottom - top, Cell.EMPTY, above));
      end = senderBottom;
    }
    if (rows.isEmpty() && letterhead == null) {
      return;
    }
    bottom = Math.max(margins.top(), senderBottom + (sender == null ? 0 : pitch(sender)));
    if (recipient != null) {
      int below = Math.max(windowBottom + INSIDE_WINDOW, addressTop + address) + BELOW_WINDOW;
      bottom = Math.max(bottom, below);
    }
    if (date != null) {
      bottom = Math.max(bottom, dateTop + written + pitch(date));
    }
    roomBelow = bottom - end;
  }

  /** From the start margin, so that the widest line beside the window just fits. */
  private int axis() {
    int widest = 0;
    for (Block block : new @Nullable Block[] {sender, date}) {
      widest = Math.max(widest, LineEstimate.widest(lines(block), look.size()));
    }
    int least = windowWidth() + BESIDE_WINDOW;
    int most = Math.min(AXIS - margins.start(), margins.column() - LEAST_BESIDE);
    return Math.max(least, Math.min(most, margins.column() - widest));
  }

  private int height(@Nullable Block block, int column) {
    return LineEstimate.rows(lines(block), look.size(), column) * pitch(block);
  }

  private int pitch(@Nullable Block block) {
    Locale language = look.language();
    List<Inline> words = new ArrayList<>();
    lines(block).forEach(words::addAll);
    if (block instanceof Block.Address address && address.language() != null) {
      language = address.language();
    }
    return look.pitch(look.size(), language, TextRuns.of(words, language)).likely();
  }

  private static List<List<Inline>> lines(@Nullable Block block) {
    if (block instanceof Block.Address address) {
      return address.lines();
    }
    return block instanceof Block.Paragraph paragraph ? List.of(paragraph.content()) : List.of();
  }
}
