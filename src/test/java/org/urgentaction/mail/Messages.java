package org.urgentaction.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Messages as the tests of this room need them. */
final class Messages {
  private Messages() {}

  static OutgoingMessage to(String... recipients) {
    List<MailAddress> addresses =
        List.of(recipients).stream().map(to -> MailAddress.of("to", null, to)).toList();
    return new OutgoingMessage(
        MailAddress.of("from", "A Writer", "writer@example.org"),
        null,
        null,
        addresses.get(0),
        addresses.subList(1, addresses.size()),
        "Release her",
        Locale.ENGLISH,
        "Your Excellency:\n\n.\n..two dots\nPlease.\n",
        null,
        List.of(),
        Instant.parse("2026-03-01T12:00:00Z"),
        "<abc123@example.org>");
  }
}
