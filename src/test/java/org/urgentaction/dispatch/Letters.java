package org.urgentaction.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.WriterIdentity;
import org.urgentaction.log.WriterKey;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.OutgoingMessage;

/** Letters of invented writers to invented officials, as the tests send them. */
final class Letters {
  static final Instant DAY = Instant.parse("2026-03-01T12:00:00Z");

  private Letters() {}

  static WriterIdentity writer(int number) {
    return new WriterIdentity(
        "Writer Number" + number, "writer" + number + "@example.org", null, "Toronto", "CA");
  }

  /** One letter of each writer to each target, whose address is {@code target@official.example}. */
  static List<Assignment> of(WriterKey key, int writers, String... targets) {
    List<Assignment> letters = new ArrayList<>();
    for (int i = 1; i <= writers; i++) {
      for (String target : targets) {
        letters.add(letter(key, writer(i), target));
      }
    }
    return letters;
  }

  static Assignment letter(WriterKey writers, WriterIdentity writer, String target) {
    ActionKey key = new ActionKey("ua-1", target, Channel.EMAIL, writers.hash(writer));
    return new Assignment(
        key,
        new ActionDetails("en", writer.country()),
        () -> message(key, writer, target),
        Optional::empty);
  }

  static OutgoingMessage message(ActionKey key, WriterIdentity writer, String target) {
    MailAddress from = MailAddress.of("--email", writer.name(), writer.email());
    return new OutgoingMessage(
        from,
        null,
        null,
        MailAddress.of("email", "The Official", target + "@official.example"),
        List.of(),
        "A case that needs your attention",
        Locale.ENGLISH,
        "Your Excellency:\n\nPlease release her.\n.\nYours,\n" + writer.name() + "\n",
        "<p>Your Excellency:</p><p>Please release her.</p>",
        List.of(),
        DAY,
        MessageIds.of(key, from));
  }

  /** The same letter to an office elsewhere. */
  static Assignment at(Assignment letter, ZoneId zone, Set<String> addresses) {
    return new Assignment(
        letter.key(),
        letter.details(),
        letter.compose(),
        letter.gate(),
        addresses,
        zone,
        letter.number());
  }

  /** The same letter with another gate. */
  static Assignment gated(Assignment letter, Supplier<Optional<String>> gate) {
    return new Assignment(letter.key(), letter.details(), letter.compose(), gate);
  }
}
