package org.urgentaction.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Reads the small semantic HTML that templates make into a {@link Document}.
 *
 * <p>Blocks are {@code h1…h6}, {@code p} (its class a {@link Block.Role}), {@code ul}, {@code ol},
 * {@code address} (classes sender, recipient), {@code figure} (class letterhead; its {@code
 * figcaption} a paragraph after it), {@code div.signature}, and {@code div.boxes} or {@code
 * div.columns}, each of whose elements is a box; {@code article}, {@code section}, {@code div},
 * {@code header}, {@code footer} and {@code blockquote} only group. Anything else is an error that
 * names it: what would not be drawn must not pass in silence.
 */
public final class HtmlReader {
  private static final Set<String> GROUPS =
      Set.of("article", "section", "div", "header", "footer", "main", "blockquote");
  private static final Set<String> BLOCKS =
      Set.of("p", "ul", "ol", "address", "figure", "h1", "h2", "h3", "h4", "h5", "h6");

  private final String source;
  private final Map<String, Picture> pictures;

  /**
   * @param source named in errors: the template
   * @param pictures what {@code img src} may name
   */
  public HtmlReader(String source, Map<String, Picture> pictures) {
    this.source = source;
    this.pictures = Map.copyOf(pictures);
  }

  /** Reads a whole page; its {@code html lang} and {@code title} are required. */
  public Document read(String html) {
    org.jsoup.nodes.Document page = Jsoup.parse(html);
    Element root = page.firstElementChild();
    String tag = root == null ? "" : root.attr("lang");
    Locale language = Locale.forLanguageTag(tag);
    if (language.getLanguage().isEmpty()) {
      throw invalid("the page says no language", "write <html lang=\"${lang}\">");
    }
    if (page.title().isEmpty()) {
      throw invalid("the page has no title", "write a <title> in its <head>");
    }
    return new Document(language, page.title(), blocks(page.body()));
  }

  private List<Block> blocks(Element parent) {
    List<Block> blocks = new ArrayList<>();
    List<Node> loose = new ArrayList<>();
    for (Node node : parent.childNodes()) {
      if (node instanceof Element element && isBlock(element)) {
        addLoose(blocks, loose);
        blocks.addAll(block(element));
      } else {
        loose.add(node);
      }
    }
    addLoose(blocks, loose);
    return blocks;
  }

  /** Running text that stands between blocks is a paragraph, as in a browser. */
  private void addLoose(List<Block> blocks, List<Node> loose) {
    List<Inline> content = Inlines.trimmed(inlines(loose));
    if (!content.isEmpty()) {
      blocks.add(new Block.Paragraph(Block.Role.BODY, content));
    }
    loose.clear();
  }

  private static boolean isBlock(Element element) {
    return GROUPS.contains(element.normalName()) || BLOCKS.contains(element.normalName());
  }

  private List<Block> block(Element element) {
    String name = element.normalName();
    return switch (name) {
      case "p" -> paragraph(element);
      case "ul", "ol" -> List.of(listing(element));
      case "address" -> List.of(address(element));
      case "figure" -> figure(element);
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          List.of(new Block.Heading(name.charAt(1) - '0', content(element)));
      default -> group(element);
    };
  }

  private List<Block> group(Element element) {
    if (element.hasClass("signature")) {
      return List.of(signature(element));
    }
    boolean framed = element.hasClass("boxes");
    if (!framed && !element.hasClass("columns")) {
      Block.Role role = role(element);
      return blocks(element).stream().map(block -> inRole(block, role)).toList();
    }
    List<List<Block>> boxes =
        element.children().stream().map(this::blocks).filter(box -> !box.isEmpty()).toList();
    return boxes.isEmpty() ? List.of() : List.of(new Block.Boxes(framed, boxes));
  }

  /** A group's role is that of its paragraphs that have none of their own. */
  private static Block inRole(Block block, Block.Role role) {
    return block instanceof Block.Paragraph words && words.role() == Block.Role.BODY
        ? new Block.Paragraph(role, words.content())
        : block;
  }

  private List<Block> figure(Element element) {
    if (element.hasClass("letterhead")) {
      return List.of(new Block.Letterhead(picture(element)));
    }
    List<Block> figure = new ArrayList<>();
    figure.add(new Block.Figure(picture(element)));
    Element caption = element.selectFirst("figcaption");
    if (caption != null && !content(caption).isEmpty()) {
      figure.add(new Block.Paragraph(Block.Role.CAPTION, content(caption)));
    }
    return figure;
  }

  private Block signature(Element element) {
    return new Block.Signature(element.selectFirst("img") == null ? null : picture(element));
  }

  private List<Block> paragraph(Element element) {
    List<Inline> content = content(element);
    return content.isEmpty() ? List.of() : List.of(new Block.Paragraph(role(element), content));
  }

  private static Block.Role role(Element element) {
    for (Block.Role role : Block.Role.values()) {
      if (element.hasClass(role.name().toLowerCase(Locale.ROOT))) {
        return role;
      }
    }
    return Block.Role.BODY;
  }

  private Block listing(Element element) {
    List<List<Block>> items = new ArrayList<>();
    for (Element item : element.children()) {
      if (!item.normalName().equals("li")) {
        throw unknown(item);
      }
      items.add(blocks(item));
    }
    return new Block.Listing(element.normalName().equals("ol"), items);
  }

  private Block address(Element element) {
    Block.Party party = element.hasClass("sender") ? Block.Party.SENDER : Block.Party.RECIPIENT;
    return new Block.Address(party, Inlines.lines(content(element)), language(element));
  }

  private Picture picture(Element element) {
    Element image = element.selectFirst("img");
    Picture picture = image == null ? null : pictures.get(image.attr("src"));
    if (image == null || picture == null) {
      throw invalid(
          "no picture named \"%s\" is at hand".formatted(image == null ? "" : image.attr("src")),
          "pictures that can be named: " + String.join(", ", pictures.keySet()));
    }
    return picture.describedAs(image.attr("alt"));
  }

  private List<Inline> content(Element element) {
    return Inlines.trimmed(inlines(element.childNodes()));
  }

  private List<Inline> inlines(List<Node> nodes) {
    List<Inline> content = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof TextNode text) {
        content.add(new Inline.Text(Inlines.folded(text.getWholeText())));
      } else if (node instanceof Element element) {
        Locale language = language(element);
        List<Inline> inner = inline(element);
        if (language != null) {
          content.add(new Inline.Foreign(language, inner));
        } else {
          content.addAll(inner);
        }
      }
    }
    return content;
  }

  private List<Inline> inline(Element element) {
    List<Inline> inner = inlines(element.childNodes());
    return switch (element.normalName()) {
      case "br" -> List.of(new Inline.LineBreak());
      case "strong", "b" -> List.of(new Inline.Strong(inner));
      case "em", "i" -> List.of(new Inline.Emphasis(inner));
      case "a" -> {
        String target = element.attr("href");
        yield target.matches("(?i)(https?|mailto|tel):.+")
            ? List.of(new Inline.Link(target, inner))
            : inner;
      }
      case "span", "code", "bdi" -> inner;
      default -> throw unknown(element);
    };
  }

  private static @Nullable Locale language(Element element) {
    Locale language = Locale.forLanguageTag(element.attr("lang"));
    return language.getLanguage().isEmpty() ? null : language;
  }

  private InvalidInputException unknown(Element element) {
    return invalid(
        "a letter has no place for <%s>".formatted(element.normalName()),
        "use headings, paragraphs, lists, address blocks, figures, strong, em, a, br and span");
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
