package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.LetterOpening;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;

/** Lays a document out in one setting: its head, then its flow. */
final class LetterLayout {
  private static final int TOP = Paper.mm(20);
  private static final int BULLETIN_TOP = Paper.mm(14);
  private static final int BELOW_HEADER = Paper.mm(18);
  private static final int BULLETIN_PAGES = 2;

  private final Document document;
  private final PartParagraphs paragraphs;
  private final PictureReader pictures;
  private final Column column;
  private final StructureNode root = new StructureNode("Document");

  LetterLayout(
      Document document,
      DocumentParagraphs paragraphs,
      PictureReader pictures,
      Paper paper,
      Setting setting) {
    this.document = document;
    this.paragraphs = new PartParagraphs(document, paragraphs);
    this.pictures = pictures;
    column = new Column(paper, setting, document.rightToLeft());
  }

  /** The document in the setting that suits it best. */
  static Layout fitting(
      Document document, DocumentParagraphs paragraphs, PictureReader pictures, PageStyle style) {
    return document.bulletin()
        ? inFewPages(document, paragraphs, pictures, style)
        : inOnePage(document, paragraphs, pictures, style);
  }

  /** The document in two pages, or as few as it takes, and no tighter than they need. */
  private static Layout inFewPages(
      Document document, DocumentParagraphs paragraphs, PictureReader pictures, PageStyle style) {
    List<Setting> settings = style.settings(document);
    Layout layout = lay(document, paragraphs, pictures, style, settings.size() - 1);
    int fewest = Math.max(BULLETIN_PAGES, layout.pages());
    for (int step = 0; step < settings.size(); step++) {
      layout = lay(document, paragraphs, pictures, style, step);
      if (layout.pages() <= fewest) {
        break;
      }
    }
    return layout;
  }

  private static Layout lay(
      Document document,
      DocumentParagraphs paragraphs,
      PictureReader pictures,
      PageStyle style,
      int step) {
    Setting setting = style.settings(document).get(step);
    return new LetterLayout(document, paragraphs, pictures, style.paper(), setting).lay(step > 0);
  }

  /** The document in the first setting in which it fits a page, or in the usual one. */
  private static Layout inOnePage(
      Document document, DocumentParagraphs paragraphs, PictureReader pictures, PageStyle style) {
    Layout usual = null;
    for (Setting setting : style.settings(document)) {
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
    FlowLayout flow = new FlowLayout(document, paragraphs, pictures, column);
    flow.add(blocks.subList(inHead, blocks.size()), root, 0);
    List<Placed> placed = new ArrayList<>(head.placed());
    boolean bulletin = document.bulletin();
    Paginator paginator =
        new Paginator(
            bulletin ? BULLETIN_TOP : Math.max(TOP, head.bottom()),
            bulletin ? BELOW_HEADER : TOP,
            column.paper().height() - column.setting().foot());
    placed.addAll(paginator.place(flow.items()));
    return new Layout(root, placed, paginator.pages(), tightened);
  }

  /** Places the addresses and the date that a letter begins with; returns how many blocks. */
  private int layHead(LetterHead head) {
    LetterOpening opening = LetterOpening.of(document.blocks());
    Block.Address sender = opening.sender();
    Block.Address recipient = opening.recipient();
    Block.Paragraph date = opening.date();
    List<Paragraph> beside = new ArrayList<>();
    if (sender != null) {
      beside.add(paragraphs.of(sender));
    }
    if (date != null) {
      beside.add(paragraphs.of(date));
    }
    int axis = head.axis(beside);
    if (opening.letterhead() != null) {
      Picture picture = opening.letterhead().picture();
      head.addLetterhead(
          FlowLayout.figure(picture.alternative(), root), pictures.read(picture), axis);
    }
    if ((recipient != null && !head.holdsRecipient(paragraphs.of(recipient)))
        || (sender != null && !head.holdsSender(paragraphs.of(sender), axis))) {
      return 0; // too long for a head: they flow like everything else
    }
    for (Block block : document.blocks().subList(0, opening.blocks())) {
      if (block instanceof Block.Letterhead) {
        continue;
      }
      StructureNode node = root.add("P");
      if (block instanceof Block.Address address && address.party() == Block.Party.SENDER) {
        head.addSender(node.language(address.language()), paragraphs.of(address), axis);
      } else if (block instanceof Block.Address address) {
        head.addRecipient(node.language(address.language()), paragraphs.of(address));
      } else if (date != null) {
        head.addDate(node, paragraphs.of(date), axis, recipient != null);
      }
    }
    return opening.blocks();
  }
}
