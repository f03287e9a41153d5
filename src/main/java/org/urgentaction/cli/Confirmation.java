package org.urgentaction.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.urgentaction.mail.SmtpServer;

/** The one question before what cannot be taken back. */
final class Confirmation {
  private final Workbench bench;

  Confirmation(Workbench bench) {
    this.bench = bench;
  }

  /**
   * Asks before mail goes out.
   *
   * @throws RefusedException where the answer is not yes, or there is nobody to ask
   */
  void ask(int letters, SmtpServer server) {
    ask(
        "Send %d %s for good through %s?"
            .formatted(letters, letters == 1 ? "letter" : "letters", server),
        "nothing was sent",
        "it is sent");
  }

  /**
   * Returns where the answer is yes.
   *
   * @param otherwise what is to be said of any other answer, such as "nothing was sent"
   * @param unasked what {@code --yes} would do, such as "it is sent"
   * @throws RefusedException where the answer is not yes, or there is nobody to ask
   */
  void ask(String question, String otherwise, String unasked) {
    Terminal terminal = bench.terminal();
    if (!terminal.interactive()) {
      throw new RefusedException(
          "%s: there is nobody here to confirm it. With --yes %s unasked."
              .formatted(otherwise, unasked));
    }
    terminal.err().print(question + " Type yes: ");
    terminal.err().flush();
    try {
      String answer = terminal.in().readLine();
      if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).equals("yes")) {
        throw new RefusedException(otherwise + ": it was not confirmed.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
