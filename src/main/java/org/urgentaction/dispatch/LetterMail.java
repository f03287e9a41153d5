package org.urgentaction.dispatch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.urgentaction.campaign.Channel;
import org.urgentaction.campaign.Target;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.TextWriter;
import org.urgentaction.letter.Letter;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.WriterIdentity;
import org.urgentaction.mail.Attachment;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Puts a letter into a message: in its writer's name, to the official's mailbox. */
public final class LetterMail {
  private final Clock clock;
  private final SendingMailbox mailbox;

  /** From each writer's own mailbox. */
  public LetterMail(Clock clock) {
    this(clock, new SendingMailbox.Own());
  }

  public LetterMail(Clock clock, SendingMailbox mailbox) {
    this.clock = clock;
    this.mailbox = mailbox;
  }

  /** Who the writer is to the log: it keeps a keyed hash of this and no more. */
  public static WriterIdentity identity(Writer writer) {
    return new WriterIdentity(
        writer.name(), writer.email(), writer.postcode(), writer.city(), writer.country());
  }

  /** Whether the official can be reached by mail at all. */
  public static boolean reaches(Target target) {
    return !target.emails().isEmpty();
  }

  /**
   * The letter as a message; what an envelope and a sheet of paper need is left out.
   *
   * @param enclosed what goes with it
   * @throws InvalidInputException where writer or official have no address to write from or to
   */
  public OutgoingMessage message(Letter letter, ActionKey key, List<Attachment> enclosed) {
    Writer writer = letter.order().writer();
    Target recipient = letter.order().recipient();
    if (!reaches(recipient)) {
      throw new InvalidInputException(
          Problem.error(
                  letter.order().campaign().id(),
                  "\"%s\" has no email address".formatted(recipient.id()))
              .advise("write to it by post, or leave it out"));
    }
    MailAddress from = mailbox.from(writer);
    String name =
        recipient
            .name()
            .inFirstOf(List.of(letter.order().language(), letter.order().campaign().language()));
    List<MailAddress> to =
        recipient.emails().stream()
            .map(address -> MailAddress.of(recipient.id(), name, address))
            .toList();
    Document body = body(letter.document());
    String id = MessageIds.of(key, from);
    return new OutgoingMessage(
        from,
        null,
        mailbox.replyTo(writer),
        to.get(0),
        to.subList(1, to.size()),
        letter.subject(),
        letter.order().language(),
        new TextWriter().write(body),
        new HtmlWriter().write(body),
        enclosed,
        clock.instant(),
        id,
        mailbox.extras().returningFor(id));
  }

  /**
   * A message that mail programs open as a draft, for its writer to look at and send. Nothing of
   * the log's secret is in it: its Message-ID is made of what the message tells anyway.
   */
  public byte[] draft(Letter letter, List<Attachment> enclosed) {
    Writer writer = letter.order().writer();
    String known = writer.signature() + "\n" + writer.email();
    ActionKey key =
        new ActionKey(
            letter.order().campaign().id(),
            letter.order().recipient().id(),
            Channel.EMAIL,
            Sha256.of(known.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream draft = new ByteArrayOutputStream();
    draft.writeBytes("X-Unsent: 1\r\n".getBytes(StandardCharsets.US_ASCII));
    draft.writeBytes(new MimeWriter().write(message(letter, key, enclosed)));
    return draft.toByteArray();
  }

  /** What a letter says in a message: its text without what an envelope and paper need. */
  public static String text(Letter letter) {
    return new TextWriter().write(body(letter.document()));
  }

  /** Mail has its own place for addresses, date and subject, and nobody signs it with a pen. */
  static Document body(Document letter) {
    List<Block> blocks = letter.blocks().stream().filter(block -> !isForPaper(block)).toList();
    return new Document(letter.language(), letter.title(), blocks);
  }

  private static boolean isForPaper(Block block) {
    return block instanceof Block.Address
        || block instanceof Block.Letterhead
        || block instanceof Block.Signature
        || (block instanceof Block.Heading heading && heading.level() == 1)
        || (block instanceof Block.Paragraph paragraph && paragraph.role() == Block.Role.DATE);
  }
}
