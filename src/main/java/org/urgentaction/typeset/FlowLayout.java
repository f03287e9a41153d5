package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;

/** Lays blocks out below each other in a column. */
final class FlowLayout {
  private static final int[] HEADINGS = {150, 125, 110};
  private static final int[] BULLETIN_HEADINGS = {190, 112, 102};
  private static final int MASTHEAD = 170;
  private static final int LEAD = 108;
  private static final int RULE = 120;
  private static final int BELOW_RULE = Paper.mm(1.4);

  private final Document document;
  private final PartParagraphs paragraphs;
  private final PictureReader pictures;
  private final Column column;
  private final Setting setting;
  private final boolean letter;
  private final List<Item> items = new ArrayList<>();

  FlowLayout(Document document, PartParagraphs paragraphs, PictureReader pictures, Column column) {
    this.document = document;
    this.paragraphs = paragraphs;
    this.pictures = pictures;
    this.column = column;
    setting = column.setting();
    letter = document.blocks().stream().anyMatch(Block.Address.class::isInstance);
  }

  /** The same for a part of the column, with nothing in it yet. */
  FlowLayout within(Column part) {
    return new FlowLayout(document, paragraphs, pictures, part);
  }

  List<Item> items() {
    return items;
  }

  void add(List<Block> blocks, StructureNode parent, int indent) {
    for (int i = 0; i < blocks.size(); i++) {
      add(blocks.get(i), parent, indent, i + 1 < blocks.size() ? blocks.get(i + 1) : null);
    }
  }

  private void add(Block block, StructureNode parent, int indent, @Nullable Block next) {
    if (block instanceof Block.Heading heading) {
      addHeading(heading, parent, indent);
    } else if (block instanceof Block.Paragraph paragraph) {
      addParagraph(paragraph, parent, indent, next);
    } else if (block instanceof Block.Listing listing) {
      addListing(listing, parent, indent);
    } else if (block instanceof Block.Address address) {
      Paragraph lines = paragraphs.of(address);
      items.add(
          column.block(
              parent.add("P").language(address.language()),
              lines,
              column.start() + indent,
              column.width() - indent,
              setting.gap(lines.leading())));
    } else if (block instanceof Block.Signature signature) {
      addSignature(signature, parent);
    } else if (block instanceof Block.Figure figure) {
      addFigure(figure, parent, indent, next);
    } else if (block instanceof Block.Boxes boxes) {
      items.addAll(new BoxLayout(this, column).rows(boxes, parent));
    }
  }

  private void addHeading(Block.Heading heading, StructureNode parent, int indent) {
    Paragraph words = paragraphs.of(heading, letter ? "the subject" : "a heading");
    int[] headings = document.bulletin() ? BULLETIN_HEADINGS : HEADINGS;
    int larger = letter ? 100 : headings[Math.min(heading.level(), headings.length) - 1];
    int size = setting.size() * larger / 100;
    int before = setting.leading(size, words.leading()) * 2 / 3;
    if (document.bulletin()) { // closer in tighter settings, unlike a letter's one heading
      before = before * setting.gap() / Setting.BULLETIN_STEPS.get(0).gap();
      if (heading.level() == 2) {
        items.add(new Item.Rule(column.left(), column.width(), RULE, RULE + BELOW_RULE, before));
        before = 0;
      }
    }
    items.add(column.text(parent.add("H" + heading.level()), words, size, indent, before, true));
  }

  private void addParagraph(
      Block.Paragraph block, StructureNode parent, int indent, @Nullable Block next) {
    Paragraph words = paragraphs.of(block);
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
        before = letter ? gap * 3 / 2 : gap;
        kept = true;
      }
      case CLOSING -> {
        before = letter ? gap * 3 / 2 : gap;
        kept |= letter;
      }
      case COPY -> {
        before = setting.leading(size, words.leading()) * 4 / 5;
        size = setting.small();
      }
      case ISSUE -> kept = true;
      case LEAD -> size = size * LEAD / 100;
      case CAPTION -> {
        before = gap / 2;
        size = setting.small();
      }
      case MASTHEAD, NOTICE -> {
        items.add(new BoxLayout(this, column).band(block, words, parent));
        return;
      }
    }
    items.add(column.text(parent.add("P"), words, size, indent, before, kept));
  }

  /** The size that a band's words have. */
  int bandSize(Block.Role role) {
    return role == Block.Role.MASTHEAD ? setting.size() * MASTHEAD / 100 : setting.size();
  }

  private void addListing(Block.Listing listing, StructureNode parent, int indent) {
    StructureNode list = parent.add("L").numbering(listing.ordered() ? "Decimal" : "Disc");
    int number = 1;
    for (List<Block> item : listing.items()) {
      StructureNode node = list.add("LI");
      Paragraph label = paragraphs.label(item, listing.ordered() ? number + "." : "•");
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
              column.left(column.start() + indent, wide));
      StructureNode body = node.add("LBody");
      int first = items.size();
      for (Block block : item) {
        add(block, body, indent + wide, null);
      }
      if (items.size() > first) {
        int gap = setting.gap(label.leading());
        items.set(first, labelled(items.get(first), drawn, number == 1 ? gap * 3 / 4 : gap / 3));
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
      items.add(new Item.Room(setting.signature(), 0, true));
      return;
    }
    DrawnPicture picture = pictures.read(signature.picture());
    int height = setting.signature() - Paper.mm(3);
    int width = Math.min(Paper.mm(70), picture.width(height));
    items.add(image(signature.picture().alternative(), picture, parent, 0, width, true));
  }

  private void addFigure(
      Block.Figure figure, StructureNode parent, int indent, @Nullable Block next) {
    DrawnPicture picture = pictures.read(figure.picture());
    int most = picture.width(column.paper().height() / 2);
    int width = Math.min(column.width() - indent, Math.min(most, picture.naturalWidth()));
    boolean captioned = next instanceof Block.Paragraph words && words.role() == Block.Role.CAPTION;
    items.add(image(figure.picture().alternative(), picture, parent, indent, width, captioned));
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
        column.left(column.start() + indent, width),
        width,
        picture.height(width),
        Paper.mm(1.5),
        kept);
  }

  /** The element of a picture; null for one that only decorates. */
  static @Nullable StructureNode figure(String alternative, StructureNode parent) {
    return alternative.isBlank() ? null : parent.add("Figure").alternative(alternative);
  }
}
