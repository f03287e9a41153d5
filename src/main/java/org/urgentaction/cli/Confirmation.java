package org.urgentaction.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.urgentaction.mail.SmtpServer;

/** The one question before mail goes out in earnest. */
final class Confirmation {
  private final Workbench bench;

  Confirmation(Workbench bench) {
    this.bench = bench;
  }

  /**
   * Returns where the answer is yes.
   *
   * @throws RefusedException where it is not, or there is nobody to ask
   */
  void ask(int letters, SmtpServer server) {
    Terminal terminal = bench.terminal();
    if (!terminal.interactive()) {
      throw new RefusedException(
          "nothing was sent: there is nobody here to confirm it. With --yes it is sent unasked.");
    }
    terminal
        .err()
        .print(
            "Send %d %s for good through %s? Type yes: "
                .formatted(letters, letters == 1 ? "letter" : "letters", server));
    terminal.err().flush();
    try {
      String answer = terminal.in().readLine();
      if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
        throw new RefusedException("nothing was sent: it was not confirmed.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
