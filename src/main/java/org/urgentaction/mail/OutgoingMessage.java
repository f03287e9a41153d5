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
 * @param extras what a letter between two people does without
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
    String messageId,
    Extras extras) {

  public OutgoingMessage {
    cc = List.copyOf(cc);
    attachments = List.copyOf(attachments);
  }

  /** A letter and nothing beside it. */
  public OutgoingMessage(
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
    this(
        from,
        sender,
        replyTo,
        to,
        cc,
        subject,
        language,
        text,
        html,
        attachments,
        date,
        messageId,
        Extras.none());
  }

  /** The same message with these extras instead of its own. */
  public OutgoingMessage with(Extras others) {
    return copy(to, cc, others);
  }

  /** The address to which a server returns what it cannot deliver (RFC 5321 section 4.4). */
  public MailAddress envelopeSender() {
    if (extras.returnPath() != null) {
      return extras.returnPath();
    }
    return sender == null ? from : sender;
  }

  /** Everyone it goes to. */
  public List<MailAddress> recipients() {
    return Stream.concat(Stream.of(to), cc.stream()).toList();
  }

  /** The same message to another address alone, for a trial run to oneself. */
  public OutgoingMessage redirectedTo(MailAddress other) {
    return copy(other, List.of(), extras);
  }

  private OutgoingMessage copy(MailAddress recipient, List<MailAddress> copies, Extras others) {
    return new OutgoingMessage(
        from,
        sender,
        replyTo,
        recipient,
        copies,
        subject,
        language,
        text,
        html,
        attachments,
        date,
        messageId,
        others);
  }

  /** Whether only a server with SMTPUTF8 (RFC 6531) can take it. */
  boolean international() {
    return from.international()
        || international(sender)
        || international(replyTo)
        || international(extras.returnPath())
        || to.international()
        || cc.stream().anyMatch(MailAddress::international);
  }

  private static boolean international(@Nullable MailAddress address) {
    return address != null && address.international();
  }
}
