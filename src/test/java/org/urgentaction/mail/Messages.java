package org.urgentaction.mail;

import java.net.URI;
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

  /** A plain letter, one in other alphabets with a file, and a mailing to supporters. */
  static List<OutgoingMessage> ofEveryKind() {
    OutgoingMessage plain = to("official@official.example", "embassy@official.example");
    OutgoingMessage rich =
        new OutgoingMessage(
            MailAddress.of("from", "Анна Ли via Section", "letters@section.example"),
            null,
            MailAddress.of("reply", "Анна Ли", "anna@example.org"),
            MailAddress.of("to", "Президент", "president@official.example"),
            List.of(),
            "Освободите Жанболата Мамая ".repeat(5).strip(),
            Locale.forLanguageTag("ru"),
            "Ваше  Превосходительство! \n\n  .\n\nПрошу  \n\n\n",
            "<p>Ваше   Превосходительство!</p>\n\n",
            List.of(new Attachment("a.pdf", "application/pdf", new byte[3000])),
            Instant.parse("2026-03-01T12:00:00Z"),
            "<def456@section.example>");
    MailingList list =
        new MailingList(
            "actions.section.example",
            URI.create("https://section.example/leave?who=a1b2"),
            MailAddress.of("list", null, "leave@section.example"));
    return List.of(plain, rich, rich.with(Extras.none().toList(list)));
  }
}
