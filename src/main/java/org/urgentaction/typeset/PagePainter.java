package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;

/** Draws a layout's items as the content of its pages. */
final class PagePainter {
  private final int pageHeight;
  private final GlyphEncoder encoder;
  private final List<PageContent> pages = new ArrayList<>();
  private final Map<StructureNode, Map<Integer, StructureNode>> links = new HashMap<>();

  PagePainter(int pageHeight, GlyphEncoder encoder, int count) {
    this.pageHeight = pageHeight;
    this.encoder = encoder;
    for (int page = 0; page < count; page++) {
      pages.add(new PageContent(page));
    }
  }

  List<PageContent> pages() {
    return pages;
  }

  void paint(Placed placed) {
    PageContent page = pages.get(placed.page());
    if (placed.item() instanceof Item.Text text) {
      paint(page, text, placed);
    } else if (placed.item() instanceof Item.Image image) {
      paint(page, image, placed.top());
    } else if (placed.item() instanceof Item.Rule rule) {
      paint(page, new Item.Frame(rule.x(), 0, rule.width(), rule.thickness(), 0), placed.top());
    } else if (placed.item() instanceof Item.Row row) {
      paint(page, row, placed);
    }
  }

  private void paint(PageContent page, Item.Row row, Placed placed) {
    row.frames().forEach(frame -> paint(page, frame, placed.top()));
    if (row.inverse()) {
      page.stream().text("1 g\n");
    }
    for (Placed part : row.parts()) {
      paint(
          new Placed(
              part.item(), placed.page(), part.from(), part.to(), placed.top() + part.top()));
    }
    page.common(false);
    if (row.inverse()) {
      page.stream().text("0 g\n");
    }
  }

  private void paint(PageContent page, Item.Frame frame, int top) {
    page.common(false);
    page.beginArtifact("Layout");
    page.stream().text(frame.white() == 0 ? "0" : "." + frame.white()).text(" g ");
    page.stream().points(frame.x()).points(pageHeight - top - frame.top() - frame.height());
    page.stream().points(frame.width()).points(frame.height()).text("re f 0 g\n");
    page.end();
  }

  /** Draws words that are no part of the document, centred at a height. */
  void paintArtifact(int page, Paragraph words, int centre, int size, int top) {
    PageContent content = pages.get(page);
    int room = 2 * centre - 2 * Paper.mm(20);
    List<Piece> first = words.lines(LineSetter.thousandths(room, size)).get(0);
    int width = LineSetter.width(first, size);
    Paragraph.Shape shape = new Paragraph.Shape(room, size, false);
    SetLine line = new LineSetter(words, encoder, size).lines(shape).get(0);
    content.common(words.shared());
    content.beginArtifact("Pagination");
    content.stream().text("BT\n");
    for (SetLine.Chunk chunk : line.chunks()) {
      show(content.stream(), chunk, centre - width / 2, baseline(top, size, size));
    }
    content.stream().text("ET\n");
    content.end();
  }

  void paintFoldMarks(int... heights) {
    PageContent page = pages.get(0);
    page.common(true);
    page.beginArtifact("Layout");
    page.stream().text("0.4 w\n");
    for (int height : heights) {
      page.stream().points(Paper.mm(4)).points(pageHeight - height).text("m ");
      page.stream().points(Paper.mm(9)).points(pageHeight - height).text("l S\n");
    }
    page.end();
  }

  private void paint(PageContent page, Item.Text text, Placed placed) {
    page.common(text.paragraph().shared());
    LineSetter setter = new LineSetter(text.paragraph(), encoder, text.shape().size());
    int size = text.shape().size();
    List<SetLine> lines = text.paragraph().set(text.shape(), setter::lines);
    int first = placed.from();
    boolean rightToLeft = text.paragraph().rightToLeft();
    if (first == 0 && rightToLeft && text.label() != null) { // what is drawn goes left to right
      paint(page, text.node(), text.paragraph(), lines.subList(0, 1), text.x(), placed.top(), text);
      first = 1;
    }
    Item.Label label = text.label();
    if (label != null && placed.from() == 0) {
      Paragraph words = label.paragraph();
      List<SetLine> marks = words.set(label.shape(), new LineSetter(words, encoder, size)::lines);
      paint(page, label.node(), words, marks.subList(0, 1), label.x(), placed.top(), text);
    }
    paint(
        page,
        text.node(),
        text.paragraph(),
        lines.subList(first, placed.to()),
        text.x(),
        placed.top() + (first - placed.from()) * text.rowHeight(),
        text);
  }

  private void paint(
      PageContent page,
      StructureNode node,
      Paragraph paragraph,
      List<SetLine> lines,
      int x,
      int top,
      Item.Text text) {
    int size = text.shape().size();
    int y = baseline(top, text.rowHeight(), size);
    int owner = -1;
    for (SetLine line : lines) {
      encoder.use(line.faces());
      for (SetLine.Chunk chunk : line.chunks()) {
        if (chunk.link() != owner) {
          end(page, owner);
          owner = chunk.link();
          begin(page, owner == 0 ? node : link(node, owner), owner == 0 ? node.type() : "Link");
        }
        show(page.stream(), chunk, x, y);
        if (owner != 0) {
          Inline.Link link = paragraph.links().get(owner - 1);
          int left = x + chunk.x();
          Area area = new Area(left, y - size / 4, left + chunk.width(), y + size * 4 / 5);
          page.link(
              new PageContent.LinkArea(
                  link(node, owner), link.target(), Inline.plain(link.content()), area));
        }
      }
      y -= text.rowHeight();
    }
    end(page, owner);
  }

  private static void begin(PageContent page, StructureNode node, String tag) {
    page.begin(node, tag);
    page.stream().text("BT\n");
  }

  private static void end(PageContent page, int owner) {
    if (owner >= 0) {
      page.stream().text("ET\n");
      page.end();
    }
  }

  private StructureNode link(StructureNode parent, int number) {
    return links
        .computeIfAbsent(parent, its -> new HashMap<>())
        .computeIfAbsent(number, its -> parent.add("Link"));
  }

  private static void show(ContentStream out, SetLine.Chunk chunk, int x, int y) {
    out.text("1 0 0 1 ").points(x + chunk.x()).points(y).text("Tm\n").bytes(chunk.body());
  }

  private void paint(PageContent page, Item.Image image, int top) {
    page.common(true);
    int bottom = pageHeight - top - image.rowHeight();
    StructureNode node = image.node();
    if (node == null) {
      page.beginArtifact("Layout");
    } else {
      page.begin(node, node.type());
      node.box(new Area(image.x(), bottom, image.x() + image.width(), bottom + image.rowHeight()));
    }
    page.stream().text("q ").points(image.width()).text("0 0 ").points(image.rowHeight());
    page.stream().points(image.x()).points(bottom).text("cm/");
    page.stream().text(page.name(image.picture())).text(" Do Q\n");
    page.end();
  }

  /** The height of the line that letters stand on, from the bottom of the page. */
  private int baseline(int top, int rowHeight, int size) {
    return pageHeight - top - (rowHeight - size) / 2 - size * 4 / 5;
  }
}
