package org.urgentaction.cli;

import java.util.List;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Option;

/** Asks the mail server what would go wrong, instead of sending. */
final class CheckOptions {
  @Option(
      names = "--check-server",
      description = "Talk to the server, say what would go wrong, and send nothing.")
  private boolean server;

  boolean asked() {
    return server;
  }

  /**
   * Without a campaign a check is all that can be done.
   *
   * @throws InvalidInputException if that was not asked for
   */
  int withoutLetters(Workbench bench, SmtpOptions smtp, boolean json) {
    if (!server) {
      throw new InvalidInputException(
          Problem.error("ID", "which campaign?")
              .advise("'ua list' shows those that are open; --check-server does without"));
    }
    return run(bench, smtp, List.of(), json);
  }

  /**
   * Asks the server.
   *
   * @param samples messages as they would go out
   * @param json whether the answer is for a program
   */
  int run(Workbench bench, SmtpOptions smtp, List<OutgoingMessage> samples, boolean json) {
    SmtpServer asked = smtp.server(bench);
    return new ServerCheck(bench, asked, smtp.provider(asked).orElse(null)).run(samples, json);
  }
}
