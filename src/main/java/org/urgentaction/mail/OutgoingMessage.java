package org.urgentaction.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One letter as a message, before it becomes bytes.
 *
 * @param sender the mailbox that really sends where it is not {@code from}'s (RFC 5322 3.6.2)
 * @param messageId with its angle brackets
 * @param date printed in UTC, so that it does not tell where the writer is
 */
public record OutgoingMessage(
    MailAddress from,
    @Nullable MailAddress sender,
    @Nullable MailAddress replyTo,
    MailAddress to,
    List<MailAddress> cc,
    String subject,
    Locale language,
    String text,
    @Nullable String html,
    List<Attachment> attachments,
    Instant date,
    String messageId) {

  public OutgoingMessage {
    cc = List.copyOf(cc);
    attachments = List.copyOf(attachments);
  }

  /** The address to which a server returns what it cannot deliver. */
  public MailAddress envelopeSender() {
    return sender == null ? from : sender;
  }

  /** Everyone it goes to. */
  public List<MailAddress> recipients() {
    return Stream.concat(Stream.of(to), cc.stream()).toList();
  }

  /** The same message to another address alone, for a trial run to oneself. */
  public OutgoingMessage redirectedTo(MailAddress other) {
    return new OutgoingMessage(
        from,
        sender,
        replyTo,
        other,
        List.of(),
        subject,
        language,
        text,
        html,
        attachments,
        date,
        messageId);
  }

  /** Whether only a server with SMTPUTF8 (RFC 6531) can take it. */
  boolean international() {
    return Stream.of(
            Stream.of(from),
            Stream.ofNullable(sender),
            Stream.ofNullable(replyTo),
            recipients().stream())
        .flatMap(addresses -> addresses)
        .anyMatch(MailAddress::international);
  }
}
