package org.urgentaction.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of an address as one paragraph, ordered as its readers expect each of them. */
public final class AddressLines {
  private static final String FIRST_STRONG_ISOLATE = "\u2068";
  private static final String END_OF_ISOLATE = "\u2069";

  private AddressLines() {}

  /**
   * The lines, with line breaks between them; among lines from right to left, each runs as its own
   * first letter does (UAX 9).
   *
   * @param language of the document, which an address has that says no other
   */
  public static List<Inline> joined(Block.Address address, Locale language) {
    boolean mixed =
        Document.isRightToLeft(address.language() == null ? language : address.language());
    List<Inline> lines = new ArrayList<>();
    for (List<Inline> line : address.lines()) {
      if (!lines.isEmpty()) {
        lines.add(new Inline.LineBreak());
      }
      if (mixed) {
        lines.add(new Inline.Text(FIRST_STRONG_ISOLATE));
      }
      lines.addAll(line);
      if (mixed) {
        lines.add(new Inline.Text(END_OF_ISOLATE));
      }
    }
    return lines;
  }
}
