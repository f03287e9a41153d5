package org.urgentaction.sending;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.SmtpServer;

/**
 * What a program that sends for others was started with: the server, its secret and its limits, and
 * whose mailbox letters come from where nothing else is said.
 *
 * @param door null where nothing can be sent in earnest
 * @param limits of the account, where nothing else is said
 * @param section the section's mailbox, or null
 * @param sectionReplies whether answers go to the section
 * @param extras of the section's messages
 * @param templates the folder that goes before the program's own templates, or null
 * @param temporary where lists are kept while they are worked with
 */
public record SendingSetup(
    @Nullable Door door,
    SendingLimits limits,
    @Nullable MailAddress section,
    boolean sectionReplies,
    Extras extras,
    @Nullable Path templates,
    Path temporary) {

  /** A server and what signs in to it; all who send through it share it. */
  public record Door(SmtpServer server, Credentials credentials) {}

  /** Letters can be planned and rehearsed, and no more. */
  public static SendingSetup rehearsalsOnly(Path temporary) {
    return new SendingSetup(
        null,
        new SendingLimits(List.of(), null, 1, true),
        null,
        false,
        Extras.none(),
        null,
        temporary);
  }

  /**
   * Whose mailbox letters come from.
   *
   * @param address the section's, or null for the writers' own
   */
  public SendingMailbox mailbox(@Nullable MailAddress address, boolean repliesToSection) {
    if (address == null) {
      return new SendingMailbox.Own(extras.signedBy(null));
    }
    // A signature speaks for the domain that it was made for.
    boolean ours = section != null && section.domain().equals(address.domain());
    return new SendingMailbox.Section(
        address, !repliesToSection, ours ? extras : extras.signedBy(null));
  }
}
