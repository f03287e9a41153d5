package org.urgentaction.dispatch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * What a log was asked to write and nobody waits for; its failure must not pass unseen. For several
 * threads.
 */
final class Noted {
  private CompletableFuture<?> all = CompletableFuture.completedFuture(null);

  synchronized void add(CompletableFuture<?> written) {
    all = CompletableFuture.allOf(all, written);
  }

  /** Throws what the log threw so far, without waiting. */
  void check() {
    CompletableFuture<?> soFar = current();
    if (soFar.isCompletedExceptionally()) {
      join();
    }
  }

  /** Returns when all is written; throws what the log threw, not a wrapping of it. */
  void join() {
    try {
      current().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private synchronized CompletableFuture<?> current() {
    return all;
  }
}
