package org.urgentaction.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C or SIGTERM while letters go out: the message in hand is finished and noted, then the
 * program ends.
 */
final class Interruption implements AutoCloseable {
  private static final int PATIENCE_MINUTES = 11;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param stop asks the work to end soon
   */
  Interruption(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              await();
            },
            "finish-the-message-in-hand");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void await() {
    try {
      if (!finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return; // the server is silent for longer than RFC 5321 allows: the log lists it as unknown
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      finished.countDown();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      finished.countDown(); // the machine is shutting down already, and waits for nothing else
    }
  }
}
