package org.urgentaction.cli;

import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.sending.SendingSetup;
import picocli.CommandLine.Mixin;

/** What {@code ua serve} is told of mail at its start: nothing of it can be typed on a page. */
final class ServeSending {
  @Mixin private SmtpOptions smtp;

  @Mixin private SenderOptions sender;

  @Mixin private LimitOptions limits;

  /**
   * Asks for the server's password where it is to be typed.
   *
   * @throws org.urgentaction.problem.InvalidInputException where server, sender or limits are none
   */
  SendingSetup setup(Workbench bench) {
    @Nullable SmtpServer server = smtp.serverIfNamed(bench);
    limits.keepTo(server == null ? null : smtp.provider(server).orElse(null));
    SendingSetup.Door door =
        server == null
            ? null
            : new SendingSetup.Door(server, smtp.credentialsAtStart(bench, server));
    return sender.setup(bench, door, limits.limits(true));
  }
}
