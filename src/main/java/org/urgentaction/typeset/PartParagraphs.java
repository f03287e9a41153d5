package org.urgentaction.typeset;

import java.util.List;
import java.util.Locale;
import org.urgentaction.document.AddressLines;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/** The paragraphs that a document's blocks make, each called what its readers call it. */
final class PartParagraphs {
  private static final String NO_BREAK_SPACES = "\u00A0\u00A0\u00A0";

  private final Document document;
  private final DocumentParagraphs paragraphs;

  PartParagraphs(Document document, DocumentParagraphs paragraphs) {
    this.document = document;
    this.paragraphs = paragraphs;
  }

  Paragraph of(Block.Address address) {
    Locale language = address.language() == null ? document.language() : address.language();
    boolean sender = address.party() == Block.Party.SENDER;
    String place = sender ? "the sender's address" : "the recipient's address";
    return paragraphs.of(
        address, place, () -> AddressLines.joined(address, document.language()), language, false);
  }

  Paragraph of(Block.Paragraph block) {
    String place = "the " + block.role().name().toLowerCase(Locale.ROOT);
    boolean bold = block.role() == Block.Role.MASTHEAD || block.role() == Block.Role.NOTICE;
    return paragraphs.of(
        block.content(),
        block.role() == Block.Role.BODY ? "the text" : place,
        block::content,
        document.language(),
        bold);
  }

  Paragraph of(Block.Heading heading, String place) {
    return paragraphs.of(heading.content(), place, heading::content, document.language(), true);
  }

  /** What stands before an item of a list. */
  Paragraph label(List<Block> item, String label) {
    String shown = document.rightToLeft() ? label + NO_BREAK_SPACES : label;
    return paragraphs.of(
        item, "a list", () -> List.of(new Inline.Text(shown)), document.language(), false);
  }
}
