package org.urgentaction.letter;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.urgentaction.campaign.Placeholders;

/**
 * The small Markdown (CommonMark) that letters and backgrounds are written in, as HTML: paragraphs,
 * headings, lists, quotations, strong, emphasis and links. Tags written in it are shown, not
 * obeyed.
 */
final class Markdown {
  private final Parser parser =
      Parser.builder()
          .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class))
          .build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  /**
   * HTML with each {@code ${name}} replaced by its value, as text: a value is never read as
   * Markdown or HTML, nor for placeholders again.
   *
   * @param values the value of a name
   */
  String html(String markdown, UnaryOperator<String> values) {
    Node document = parser.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            text.setLiteral(filled(text.getLiteral(), values));
          }

          /** A picture has no place in a letter's text: the words that stand for it stay. */
          @Override
          public void visit(Image image) {
            visitChildren(image);
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
              image.insertBefore(child);
            }
            image.unlink();
          }
        });
    return renderer.render(document);
  }

  /** Text with each {@code ${name}} replaced by its value. */
  static String filled(String text, UnaryOperator<String> values) {
    StringBuilder filled = new StringBuilder();
    for (Placeholders.Part part : Placeholders.parse(text)) {
      filled.append(
          part instanceof Placeholders.Name name
              ? values.apply(name.name())
              : ((Placeholders.Literal) part).text());
    }
    return filled.toString();
  }

  /** Text as Markdown that reads as that text: its special characters escaped. */
  static String escaped(String text) {
    return text.replaceAll("([\\\\`*_\\[\\]<>#+!&-])", "\\\\$1");
  }
}
