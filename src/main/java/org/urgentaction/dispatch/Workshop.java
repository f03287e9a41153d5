package org.urgentaction.dispatch;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.mail.WrittenMessage;

/** Makes messages ahead of their sending, on as many processors as there are connections. */
final class Workshop implements AutoCloseable {
  private final ExecutorService makers;
  private final MimeWriter writer = new MimeWriter();
  private final Ledger ledger;
  private final Clock clock;

  Workshop(Ledger ledger, int connections, Clock clock) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.makers = Executors.newFixedThreadPool(Math.max(1, Math.min(connections, processors)));
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Begins to make a letter's message. */
  Ready begin(Assignment letter) {
    return new Ready(letter, makers.submit(() -> make(letter)));
  }

  /** Makes a letter's message now. */
  Made make(Assignment letter) {
    OutgoingMessage message = letter.compose().get();
    WrittenMessage written = writer.written(message);
    return new Made(written, ledger.digest(written.bytes()), clock.instant());
  }

  /**
   * The message, when it is made.
   *
   * @throws org.urgentaction.problem.InvalidInputException where none can be
   */
  static Made finished(Ready ready) throws InterruptedException {
    try {
      return ready.made().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    makers.shutdownNow();
  }
}
