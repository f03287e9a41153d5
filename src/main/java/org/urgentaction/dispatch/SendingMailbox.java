package org.urgentaction.dispatch;

import org.jspecify.annotations.Nullable;
import org.urgentaction.letter.Writer;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Whose mailbox a letter comes from, so that SPF, DKIM and DMARC hold: the receiver trusts a {@code
 * From} only if its domain is that of the server's sender.
 */
public sealed interface SendingMailbox {
  /**
   * {@code From}.
   *
   * @throws InvalidInputException if the writer has no address that one could write from
   */
  MailAddress from(Writer writer);

  /** Where an answer goes if not to {@code From}; or null. */
  @Nullable MailAddress replyTo(Writer writer);

  /** What goes with every message. */
  Extras extras();

  /** Whether a writer without an address of their own can write. */
  boolean needsWritersAddress();

  /** The writer's own, through the writer's own server. */
  record Own(Extras extras) implements SendingMailbox {
    public Own() {
      this(Extras.none());
    }

    @Override
    public MailAddress from(Writer writer) {
      if (writer.email() == null) {
        throw new InvalidInputException(
            Problem.error("--email", "mail needs the writer's own address").advise("give --email"));
      }
      return MailAddress.of("--email", writer.signature(), writer.email());
    }

    @Override
    public @Nullable MailAddress replyTo(Writer writer) {
      return null;
    }

    @Override
    public boolean needsWritersAddress() {
      return true;
    }
  }

  /**
   * A section's, in the writer's name, as mailing lists do it: {@code "Ann Lee via Section"}.
   *
   * @param address its name is the section's
   * @param repliesToWriter whether answers go to the writers who gave an address; never to one who
   *     signs with initials, whom the address would name
   */
  record Section(MailAddress address, boolean repliesToWriter, Extras extras)
      implements SendingMailbox {
    @Override
    public MailAddress from(Writer writer) {
      String section = address.name() == null ? address.domain() : address.name();
      return MailAddress.of("--name", writer.signature() + " via " + section, address.address());
    }

    @Override
    public @Nullable MailAddress replyTo(Writer writer) {
      return repliesToWriter && !writer.safe() && writer.email() != null
          ? MailAddress.of("--email", writer.signature(), writer.email())
          : null;
    }

    @Override
    public boolean needsWritersAddress() {
      return false;
    }
  }
}
