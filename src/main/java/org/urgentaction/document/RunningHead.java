package org.urgentaction.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the further pages of a document say of it at their head: to whom a letter is, and its date;
 * which issue a bulletin is of.
 */
public final class RunningHead {
  private RunningHead() {}

  /** The words; none where the document has none of these. */
  public static List<Inline> of(Document document) {
    List<Inline> head = new ArrayList<>();
    for (Block block : document.blocks()) {
      List<Inline> words = List.of();
      Locale language = null;
      if (block instanceof Block.Address address && address.party() == Block.Party.RECIPIENT) {
        words = address.lines().isEmpty() ? List.of() : address.lines().get(0);
        language = address.language();
      } else if (block instanceof Block.Paragraph paragraph
          && (paragraph.role() == Block.Role.DATE || paragraph.role() == Block.Role.ISSUE)) {
        words = paragraph.content();
      }
      if (!words.isEmpty()) {
        head.add(new Inline.Text(head.isEmpty() ? "" : " – "));
        head.add(
            new Inline.Foreign(
                language == null ? document.language() : language,
                List.of(new Inline.Text(Inline.plain(words)))));
      }
    }
    return head;
  }
}
