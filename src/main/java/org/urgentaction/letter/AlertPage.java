package org.urgentaction.letter;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail to a supporter is to hold beside the case.
 *
 * @param order the supporter's own letter, or the first of them
 * @param ways how the officials are written to
 * @param section who sends it, as its readers know them
 * @param leave where its reader can ask for no more such mail, or null where the mail program alone
 *     offers that
 */
public record AlertPage(LetterOrder order, List<Way> ways, String section, @Nullable URI leave) {
  /**
   * One official.
   *
   * @param order the letter to them
   * @param address their mailbox as shown, or null where they have none
   * @param link a {@code mailto:} with the letter in it (RFC 6068), or null
   * @param text the attached file whose text is to be pasted because it is too long for a link, or
   *     null
   */
  public record Way(
      LetterOrder order, @Nullable String address, @Nullable String link, @Nullable String text) {}

  public AlertPage {
    ways = List.copyOf(ways);
  }
}
