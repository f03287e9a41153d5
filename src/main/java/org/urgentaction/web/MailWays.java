package org.urgentaction.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.dispatch.MailtoLink;
import org.urgentaction.letter.Letter;

/** A letter's text for a mail program: in a link where it fits into one, else to copy. */
final class MailWays {
  private MailWays() {}

  /**
   * {@code words}, the text; {@code mail}, a link with all of it, or {@code mailToPaste}, one
   * without; null where there is no mailbox, and for a covering letter, which goes with paper.
   */
  static Map<String, @Nullable Object> of(Letter letter) {
    String text = LetterMail.text(letter);
    List<String> mailboxes =
        letter.order().covering() ? List.of() : letter.order().recipient().emails();
    String link = mailboxes.isEmpty() ? null : MailtoLink.of(mailboxes, letter.subject(), text);
    boolean fits = link != null && link.length() <= MailtoLink.LONGEST;
    Map<String, @Nullable Object> ways = new HashMap<>();
    ways.put("words", text);
    ways.put("mail", fits ? link : null);
    ways.put(
        "mailToPaste",
        link == null || fits ? null : MailtoLink.of(mailboxes, letter.subject(), ""));
    return ways;
  }
}
