package org.urgentaction.docx;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.AddressLines;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Picture;

/** Writes the blocks of a document as the body of word/document.xml. */
final class BodyWriter {
  private static final int ABOVE_PICTURE = Length.twips(1.5);

  /** Per cent of a guessed width, so that no line of an address is broken. */
  private static final int SLACK = 104;

  private static final int WIDEST_SIGNATURE = Length.twips(70);

  private final Xml xml;
  private final Document document;
  private final Look look;
  private final Margins margins;
  private final RunWriter runs;
  private final PictureReader reader;
  private final PictureWriter pictures;
  private final NumberingPart numbering;
  private final boolean inBox;
  private int roomAbove = -1;
  private boolean roomToSign;
  private boolean afterTable;

  BodyWriter(
      Xml xml,
      Document document,
      Look look,
      Margins margins,
      RunWriter runs,
      PictureReader reader,
      PictureWriter pictures,
      NumberingPart numbering,
      boolean inBox) {
    this.inBox = inBox;
    this.xml = xml;
    this.document = document;
    this.look = look;
    this.margins = margins;
    this.runs = runs;
    this.reader = reader;
    this.pictures = pictures;
    this.numbering = numbering;
  }

  void write(LetterHead head) {
    if (head.letterhead() != null) {
      writeLetterhead(head.letterhead().picture(), 0);
      roomAbove = head.rows().isEmpty() ? head.roomBelow() : -1;
    }
    if (!head.rows().isEmpty()) {
      new HeadTable(xml, look, margins, head).write(head.rows(), block -> writeHead(block, head));
      roomAbove = head.roomBelow();
    }
    addAll(document.blocks().subList(head.blocks(), document.blocks().size()));
  }

  private void writeHead(Block block, LetterHead head) {
    if (block instanceof Block.Address address) {
      boolean sender = address.party() == Block.Party.SENDER;
      int column = sender ? margins.column() - head.startWidth() : head.startWidth();
      int width = sender ? column : head.windowWidth();
      writeAddress(address, 0, column, width);
    } else if (block instanceof Block.Paragraph date) {
      ParagraphProperties properties =
          new ParagraphProperties().style(StylesPart.of(date.role())).before(0);
      writeText(date.content(), look.language(), properties, look.size(), false);
    }
  }

  private void add(Block block, @Nullable Block next) {
    if (block instanceof Block.Heading heading) {
      int level = Math.max(1, Math.min(6, heading.level()));
      ParagraphProperties properties =
          new ParagraphProperties().style(StylesPart.heading(level, look));
      int size = look.headingSize(level);
      writeText(heading.content(), look.language(), properties, size, true);
    } else if (block instanceof Block.Paragraph paragraph) {
      writeParagraph(paragraph, next);
    } else if (block instanceof Block.Listing listing) {
      writeListing(listing, 0);
    } else if (block instanceof Block.Address address) {
      writeAddress(address, look.gap(), margins.column(), margins.column());
    } else if (block instanceof Block.Signature signature) {
      writeSignature(signature);
    } else if (block instanceof Block.Letterhead letterhead) {
      writeLetterhead(letterhead.picture(), 0);
    } else if (block instanceof Block.Figure figure) {
      writeFigure(figure, new ParagraphProperties().style(StylesPart.BODY), 0);
    } else if (block instanceof Block.Boxes boxes) {
      writeBoxes(boxes);
    }
  }

  /** A table has no room above; an empty line of that height gives it some. */
  private void writeBoxes(Block.Boxes boxes) {
    int room = look.gap();
    begin(new ParagraphProperties().line(new Pitch(room, true, room)), look.rightToLeft());
    xml.end();
    new BoxTable(xml, look, margins.column())
        .write(
            boxes,
            (box, width) -> {
              BodyWriter cell =
                  new BodyWriter(
                      xml,
                      document,
                      look,
                      margins.column(width),
                      runs,
                      reader,
                      pictures,
                      numbering,
                      boxes.framed());
              cell.addAll(box);
            });
    afterTable = true;
  }

  private void addAll(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      add(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
    }
    if (roomToSign) {
      writeRoom();
    }
    if (afterTable
        || roomAbove >= 0) { // nothing followed, and neither file nor cell may end with a table
      begin(new ParagraphProperties(), look.rightToLeft());
      xml.end();
    }
  }

  private void writeParagraph(Block.Paragraph paragraph, @Nullable Block next) {
    Block.Role role = paragraph.role();
    ParagraphProperties properties =
        new ParagraphProperties().style(inBox ? BulletinStyles.BOX_TEXT : StylesPart.of(role));
    boolean leadsOn =
        next instanceof Block.Listing
            || (next instanceof Block.Paragraph closing && closing.role() == Block.Role.CLOSING);
    if (next instanceof Block.Signature || (role == Block.Role.BODY && leadsOn)) {
      properties.keptWithNext();
    }
    if (roomToSign && role == Block.Role.SIGNER) {
      roomToSign = false;
      properties.before(look.signature());
    }
    boolean bold = role == Block.Role.MASTHEAD || role == Block.Role.NOTICE;
    int size = inBox ? look.boxSize() : look.size(role);
    writeText(paragraph.content(), look.language(), properties, size, bold);
  }

  /**
   * An address in another direction than the letter's stands where others do, its own lines aligned
   * as its readers expect: by an indent, for which its width must be guessed.
   *
   * @param column where it stands
   * @param width how much of that its lines may take
   */
  private void writeAddress(Block.Address address, int before, int column, int width) {
    Locale language = address.language() == null ? look.language() : address.language();
    boolean sender = address.party() == Block.Party.SENDER;
    ParagraphProperties properties =
        new ParagraphProperties()
            .style(
                inBox ? BulletinStyles.BOX_TEXT : sender ? StylesPart.SENDER : StylesPart.RECIPIENT)
            .before(inBox ? 0 : before);
    int size = inBox ? look.boxSize() : look.size();
    if (Document.isRightToLeft(language) == look.rightToLeft()) {
      properties.indent(0, column - width);
    } else {
      int widest = LineEstimate.widest(address.lines(), size) * SLACK / 100;
      properties.indent(Math.max(column - width, column - widest), 0);
    }
    List<Inline> lines = AddressLines.joined(address, look.language());
    writeText(lines, language, properties, size, false);
  }

  private void writeListing(Block.Listing listing, int depth) {
    int number = numbering.begin(listing.ordered());
    int level = Math.min(depth, NumberingPart.LEVELS - 1);
    boolean first = true;
    for (List<Block> item : listing.items()) {
      boolean labelled = false;
      for (Block block : item) {
        ParagraphProperties properties = new ParagraphProperties();
        if (labelled) {
          properties
              .style(StylesPart.continued(depth))
              .indent(look.indent(listing.ordered(), level), 0);
        } else {
          properties.style(StylesPart.item(listing.ordered(), depth)).list(number, level);
        }
        if (first) {
          properties.before(look.beforeItem(true));
        }
        if (block instanceof Block.Listing nested) {
          writeListing(nested, depth + 1);
        } else if (block instanceof Block.Figure figure) {
          writeFigure(figure, properties, look.indent(listing.ordered(), level));
          labelled = true;
        } else if (block instanceof Block.Paragraph paragraph) {
          writeText(paragraph.content(), look.language(), properties, look.size(), false);
          labelled = true;
        } else {
          add(block, null);
        }
        first = false;
      }
    }
  }

  private void writeSignature(Block.Signature signature) {
    if (signature.picture() == null) {
      roomToSign = true;
      return;
    }
    EmbeddedPicture picture = reader.read(signature.picture());
    int width = Math.min(WIDEST_SIGNATURE, picture.width(look.signature() - Length.twips(3)));
    ParagraphProperties properties =
        new ParagraphProperties()
            .style(StylesPart.of(Block.Role.SIGNER))
            .keptWithNext()
            .before(ABOVE_PICTURE);
    writePicture(picture, signature.picture().alternative(), width, properties);
  }

  private void writeLetterhead(Picture letterhead, int before) {
    EmbeddedPicture picture = reader.read(letterhead);
    int width = LetterHead.letterheadWidth(picture, margins);
    ParagraphProperties properties =
        new ParagraphProperties().style(StylesPart.BODY).before(before);
    writePicture(picture, letterhead.alternative(), width, properties);
  }

  private void writeFigure(Block.Figure figure, ParagraphProperties properties, int indent) {
    EmbeddedPicture picture = reader.read(figure.picture());
    int width = margins.figure(picture, indent);
    writePicture(picture, figure.picture().alternative(), width, properties);
  }

  private void writePicture(
      EmbeddedPicture picture, String alternative, int width, ParagraphProperties properties) {
    begin(properties.lineAsTallAsContent(), look.rightToLeft());
    pictures.write(picture, alternative, width);
    xml.end();
  }

  /** Room to sign above what is no signer's name. */
  private void writeRoom() {
    roomToSign = false;
    ParagraphProperties properties =
        new ParagraphProperties()
            .style(StylesPart.of(Block.Role.SIGNER))
            .line(new Pitch(look.signature(), true, look.signature()));
    begin(properties, look.rightToLeft());
    xml.end();
  }

  private void writeText(
      List<Inline> content,
      Locale language,
      ParagraphProperties properties,
      int size,
      boolean bold) {
    List<TextRun> pieces = TextRuns.of(content, language);
    Pitch pitch = look.pitch(size, language, pieces);
    if (!pitch.equals(look.pitch(size))) {
      properties.line(pitch);
    }
    begin(properties, Document.isRightToLeft(language));
    runs.write(pieces, size, bold);
    xml.end();
  }

  private void begin(ParagraphProperties properties, boolean rightToLeft) {
    if (roomToSign) {
      writeRoom();
    }
    afterTable = false;
    if (roomAbove >= 0) {
      properties.before(roomAbove);
      roomAbove = -1;
    }
    if (rightToLeft) {
      properties.rightToLeft(true).markRightToLeft();
    } else if (look.rightToLeft()) {
      properties.rightToLeft(false);
    }
    xml.start("w:p");
    properties.write(xml);
  }
}
