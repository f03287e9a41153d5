package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.AddressLines;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;

/** Lays a document out in one setting: its head, then its flow. */
final class LetterLayout {
  private static final int TOP = Paper.mm(20);
  private static final String NO_BREAK_SPACES = "\u00A0\u00A0\u00A0";
  private static final int[] HEADINGS = {150, 125, 110};

  private final Document document;
  private final DocumentParagraphs paragraphs;
  private final PictureReader pictures;
  private final Column column;
  private final Setting setting;
  private final StructureNode root = new StructureNode("Document");
  private final List<Item> flow = new ArrayList<>();
  private final boolean letter;

  LetterLayout(
      Document document,
      DocumentParagraphs paragraphs,
      PictureReader pictures,
      Paper paper,
      Setting setting) {
    this.document = document;
    this.paragraphs = paragraphs;
    this.pictures = pictures;
    this.setting = setting;
    column = new Column(paper, setting, document.rightToLeft());
    letter = document.blocks().stream().anyMatch(Block.Address.class::isInstance);
  }

  /** The document in the first setting in which it fits a page, or in the usual one. */
  static Layout inOnePage(
      Document document, DocumentParagraphs paragraphs, PictureReader pictures, PageStyle style) {
    Layout usual = null;
    for (Setting setting : style.settings()) {
      Layout layout =
          new LetterLayout(document, paragraphs, pictures, style.paper(), setting)
              .lay(usual != null);
      if (layout.pages() == 1) {
        return layout;
      }
      usual = usual == null ? layout : usual;
      if (usual.pages() > 2) {
        return usual;
      }
    }
    return Objects.requireNonNull(usual);
  }

  private Layout lay(boolean tightened) {
    LetterHead head = new LetterHead(column);
    int inHead = layHead(head);
    List<Block> blocks = document.blocks();
    for (int i = inHead; i < blocks.size(); i++) {
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      add(blocks.get(i), root, document.language(), 0, next);
    }
    List<Placed> placed = new ArrayList<>(head.placed());
    Paginator paginator =
        new Paginator(Math.max(TOP, head.bottom()), TOP, column.paper().height() - setting.foot());
    placed.addAll(paginator.place(flow));
    return new Layout(root, placed, paginator.pages(), tightened);
  }

  /** Places the addresses and the date that a letter begins with; returns how many blocks. */
  private int layHead(LetterHead head) {
    List<Block> blocks = document.blocks();
    Block.@Nullable Letterhead letterhead = null;
    Block.@Nullable Address sender = null;
    Block.@Nullable Address recipient = null;
    Block.@Nullable Paragraph date = null;
    int count = 0;
    for (Block block : blocks) {
      if (block instanceof Block.Letterhead its && letterhead == null) {
        letterhead = its;
      } else if (block instanceof Block.Address address
          && address.party() == Block.Party.SENDER
          && sender == null) {
        sender = address;
      } else if (block instanceof Block.Address address
          && address.party() == Block.Party.RECIPIENT
          && recipient == null) {
        recipient = address;
      } else if (block instanceof Block.Paragraph paragraph
          && paragraph.role() == Block.Role.DATE
          && date == null) {
        date = paragraph;
      } else {
        break;
      }
      count++;
    }
    List<Paragraph> beside = new ArrayList<>();
    if (sender != null) {
      beside.add(paragraph(sender));
    }
    if (date != null) {
      beside.add(paragraph(date, document.language(), false));
    }
    int axis = head.axis(beside);
    if (letterhead != null) {
      Picture picture = letterhead.picture();
      head.addLetterhead(figure(picture.alternative(), root), pictures.read(picture), axis);
    }
    if ((recipient != null && !head.holdsRecipient(paragraph(recipient)))
        || (sender != null && !head.holdsSender(paragraph(sender), axis))) {
      return 0; // too long for a head: they flow like everything else
    }
    for (Block block : blocks.subList(0, count)) {
      if (block instanceof Block.Letterhead) {
        continue;
      }
      StructureNode node = root.add("P");
      if (block instanceof Block.Address address && address.party() == Block.Party.SENDER) {
        head.addSender(node.language(address.language()), paragraph(address), axis);
      } else if (block instanceof Block.Address address) {
        head.addRecipient(node.language(address.language()), paragraph(address));
      } else if (date != null) {
        head.addDate(node, paragraph(date, document.language(), false), axis, recipient != null);
      }
    }
    return count;
  }

  private void add(
      Block block, StructureNode parent, Locale language, int indent, @Nullable Block next) {
    if (block instanceof Block.Heading heading) {
      addHeading(heading, parent, language, indent);
    } else if (block instanceof Block.Paragraph paragraph) {
      addParagraph(paragraph, parent, language, indent, next);
    } else if (block instanceof Block.Listing listing) {
      addListing(listing, parent, language, indent);
    } else if (block instanceof Block.Address address) {
      Paragraph lines = paragraph(address);
      flow.add(
          column.block(
              parent.add("P").language(address.language()),
              lines,
              setting.start() + indent,
              column.width() - indent,
              setting.gap(lines.leading())));
    } else if (block instanceof Block.Signature signature) {
      addSignature(signature, parent);
    } else if (block instanceof Block.Figure figure) {
      addFigure(figure, parent, indent);
    }
  }

  private void addHeading(
      Block.Heading heading, StructureNode parent, Locale language, int indent) {
    Paragraph words =
        paragraphs.of(
            heading.content(),
            letter ? "the subject" : "a heading",
            heading::content,
            language,
            true);
    int larger = letter ? 100 : HEADINGS[Math.min(heading.level(), HEADINGS.length) - 1];
    int size = setting.size() * larger / 100;
    int before = setting.leading(size, words.leading()) * 2 / 3;
    flow.add(column.text(parent.add("H" + heading.level()), words, size, indent, before, true));
  }

  private void addParagraph(
      Block.Paragraph block,
      StructureNode parent,
      Locale language,
      int indent,
      @Nullable Block next) {
    Paragraph words = paragraph(block, language, false);
    int gap = setting.gap(words.leading());
    int size = setting.size();
    int before = gap;
    boolean kept = next instanceof Block.Signature;
    switch (block.role()) {
      case BODY ->
          kept |=
              (next instanceof Block.Paragraph closing && closing.role() == Block.Role.CLOSING)
                  || next instanceof Block.Listing;
      case DATE, SIGNER -> before = block.role() == Block.Role.SIGNER ? 0 : gap;
      case SALUTATION -> {
        before = gap * 3 / 2;
        kept = true;
      }
      case CLOSING -> {
        before = gap * 3 / 2;
        kept = true;
      }
      case COPY -> {
        before = setting.leading(size, words.leading()) * 4 / 5;
        size = setting.small();
      }
    }
    flow.add(column.text(parent.add("P"), words, size, indent, before, kept));
  }

  private void addListing(
      Block.Listing listing, StructureNode parent, Locale language, int indent) {
    StructureNode list = parent.add("L").numbering(listing.ordered() ? "Decimal" : "Disc");
    int number = 1;
    for (List<Block> item : listing.items()) {
      StructureNode node = list.add("LI");
      Paragraph label = label(item, listing.ordered() ? number + "." : "•", language);
      int size = setting.size();
      int wide = listing.ordered() ? size * 17 / 10 : size * 12 / 10;
      if (label.rightToLeft()) { // joined to the line, so that readers of the file find it there
        wide = Column.widest(label, column.width(), size) + 2; // what rounding took
      }
      Item.Label drawn =
          new Item.Label(
              node.add("Lbl"),
              label,
              new Paragraph.Shape(wide, size, label.rightToLeft()),
              column.left(setting.start() + indent, wide));
      StructureNode body = node.add("LBody");
      int first = flow.size();
      for (Block block : item) {
        add(block, body, language, indent + wide, null);
      }
      if (flow.size() > first) {
        int gap = setting.gap(label.leading());
        flow.set(first, labelled(flow.get(first), drawn, number == 1 ? gap * 3 / 4 : gap / 3));
      }
      number++;
    }
  }

  private static Item labelled(Item item, Item.Label label, int before) {
    if (item instanceof Item.Text text) {
      return new Item.Text(
          text.node(),
          text.paragraph(),
          text.shape(),
          text.x(),
          text.rowHeight(),
          before,
          text.keptWithNext(),
          label);
    }
    return item;
  }

  private void addSignature(Block.Signature signature, StructureNode parent) {
    if (signature.picture() == null) {
      flow.add(new Item.Room(setting.signature(), 0, true));
      return;
    }
    DrawnPicture picture = pictures.read(signature.picture());
    int height = setting.signature() - Paper.mm(3);
    int width = Math.min(Paper.mm(70), picture.width(height));
    flow.add(image(signature.picture().alternative(), picture, parent, 0, width, true));
  }

  private void addFigure(Block.Figure figure, StructureNode parent, int indent) {
    DrawnPicture picture = pictures.read(figure.picture());
    int most = picture.width(column.paper().height() / 2);
    int width = Math.min(column.width() - indent, Math.min(most, picture.naturalWidth()));
    flow.add(image(figure.picture().alternative(), picture, parent, indent, width, false));
  }

  private Item.Image image(
      String alternative,
      DrawnPicture picture,
      StructureNode parent,
      int indent,
      int width,
      boolean kept) {
    return new Item.Image(
        figure(alternative, parent),
        picture,
        column.left(setting.start() + indent, width),
        width,
        picture.height(width),
        Paper.mm(1.5),
        kept);
  }

  private static @Nullable StructureNode figure(String alternative, StructureNode parent) {
    return alternative.isBlank() ? null : parent.add("Figure").alternative(alternative);
  }

  private Paragraph paragraph(Block.Address address) {
    Locale language = address.language() == null ? document.language() : address.language();
    boolean sender = address.party() == Block.Party.SENDER;
    String place = sender ? "the sender's address" : "the recipient's address";
    return paragraphs.of(
        address, place, () -> AddressLines.joined(address, document.language()), language, false);
  }

  private Paragraph paragraph(Block.Paragraph block, Locale language, boolean bold) {
    String place = "the " + block.role().name().toLowerCase(Locale.ROOT);
    return paragraphs.of(
        block.content(),
        block.role() == Block.Role.BODY ? "the text" : place,
        block::content,
        language,
        bold);
  }

  private Paragraph label(Object part, String label, Locale language) {
    String shown = column.rightToLeft() ? label + NO_BREAK_SPACES : label;
    return paragraphs.of(part, "a list", () -> List.of(new Inline.Text(shown)), language, false);
  }
}
