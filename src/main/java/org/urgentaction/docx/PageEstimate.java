package org.urgentaction.docx;

import java.util.List;
import org.urgentaction.document.Block;
import org.urgentaction.document.Inline;

/** About how tall a letter will be, to choose the setting in which it stays on one page. */
final class PageEstimate {
  private static final int ABOVE_PICTURE = Length.twips(1.5);

  private final Look look;
  private final Margins margins;
  private final PictureReader pictures;

  PageEstimate(Look look, Margins margins, PictureReader pictures) {
    this.look = look;
    this.margins = margins;
    this.pictures = pictures;
  }

  /** How many pages head and blocks fill, with a line to spare on each. */
  int pages(LetterHead head, List<Block> blocks) {
    int spare = look.pitch(look.size()).likely();
    int first = margins.height() - margins.bottom() - head.bottom() - spare;
    int room = margins.height() - margins.bottom() - margins.top() - spare;
    int height = height(blocks.subList(head.blocks(), blocks.size()), 0);
    return height <= first ? 1 : 1 + (height - first + room - 1) / room;
  }

  private int height(List<Block> blocks, int indent) {
    return blocks.stream().mapToInt(block -> height(block, indent)).sum();
  }

  private int height(Block block, int indent) {
    if (block instanceof Block.Heading heading) {
      int size = look.headingSize(heading.level());
      return look.beforeHeading(heading.level()) + text(heading.content(), size, indent);
    }
    if (block instanceof Block.Paragraph paragraph) {
      return look.before(paragraph.role())
          + text(paragraph.content(), look.size(paragraph.role()), indent);
    }
    if (block instanceof Block.Address address) {
      int rows = LineEstimate.rows(address.lines(), look.size(), margins.column() - indent);
      return look.gap() + rows * look.pitch(look.size()).likely();
    }
    if (block instanceof Block.Listing listing) {
      return items(listing, indent);
    }
    if (block instanceof Block.Letterhead letterhead) {
      EmbeddedPicture picture = pictures.read(letterhead.picture());
      return picture.height(LetterHead.letterheadWidth(picture, margins));
    }
    if (block instanceof Block.Signature) {
      return look.signature();
    }
    if (block instanceof Block.Boxes boxes) {
      return boxes(boxes);
    }
    if (block instanceof Block.Figure figure) {
      EmbeddedPicture picture = pictures.read(figure.picture());
      return look.gap() + ABOVE_PICTURE + picture.height(margins.figure(picture, indent));
    }
    return 0;
  }

  private int boxes(Block.Boxes boxes) {
    List<Integer> widths = BoxTable.widths(boxes, look, margins.column());
    int height = look.gap();
    for (int from = 0; from < boxes.boxes().size(); from += widths.size()) {
      int tallest = 0;
      for (int i = 0; i < widths.size() && from + i < boxes.boxes().size(); i++) {
        Margins cell = margins.column(widths.get(i) - 2 * BoxTable.PADDING);
        PageEstimate inside = new PageEstimate(look, cell, pictures);
        tallest = Math.max(tallest, inside.height(boxes.boxes().get(from + i), 0));
      }
      height += tallest + 2 * BoxTable.PADDING;
    }
    return height;
  }

  /** An item's first paragraph stands closer than others. */
  private int items(Block.Listing listing, int indent) {
    int inside = indent + look.indent(listing.ordered(), 0);
    int height = look.beforeItem(true) - look.beforeItem(false);
    for (List<Block> item : listing.items()) {
      boolean text = !item.isEmpty() && item.get(0) instanceof Block.Paragraph;
      height += height(item, inside) - (text ? look.gap() - look.beforeItem(false) : 0);
    }
    return height;
  }

  private int text(List<Inline> content, int size, int indent) {
    int rows = LineEstimate.rows(Inline.plain(content), size, margins.column() - indent);
    return rows * look.pitch(size).likely();
  }
}
