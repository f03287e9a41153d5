package org.urgentaction.importing.draft;

import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Plain words as Markdown that reads as these words; as they are wherever that is the case. */
final class PlainMarkdown {
  private final Parser parser =
      Parser.builder()
          .enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class))
          .build();

  String of(String words) {
    return saysThis(words)
        ? words
        : words
            .replaceAll("([\\\\`*_\\[\\]<>&!])", "\\\\$1")
            .replaceAll("(?m)^(\\s*)([#+-])", "$1\\\\$2")
            .replaceAll("(?m)^(\\s*\\d+)([.)])", "$1\\\\$2");
  }

  /** Whether Markdown finds nothing in a text but paragraphs of just these words. */
  private boolean saysThis(String words) {
    StringBuilder said = new StringBuilder();
    boolean[] plain = {true};
    parser
        .parse(words)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                said.append(text.getLiteral());
              }

              @Override
              public void visit(SoftLineBreak lineBreak) {
                said.append('\n');
              }

              @Override
              protected void visitChildren(Node parent) {
                plain[0] &= parent.getParent() == null || parent instanceof Paragraph;
                if (parent instanceof Paragraph && said.length() > 0) {
                  said.append("\n\n");
                }
                super.visitChildren(parent);
              }
            });
    return plain[0] && normal(said.toString()).equals(normal(words));
  }

  private static String normal(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
