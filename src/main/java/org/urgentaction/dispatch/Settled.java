package org.urgentaction.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.urgentaction.log.ActionRecord;

/** Waits for what the log was asked to write, and says plainly why it could not. */
final class Settled {
  private Settled() {}

  /** Throws what the log threw, not a wrapping of it. */
  static ActionRecord join(CompletableFuture<ActionRecord> noted) {
    try {
      return noted.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
