package org.urgentaction.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C or SIGTERM while letters go out: the messages in hand are finished and noted, what became
 * of the run is said, and then the program ends.
 */
final class Interruption implements AutoCloseable {
  private static final int PATIENCE_MINUTES = 11;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "finish-the-messages-in-hand");
  private volatile @Nullable Runnable stop;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * From now on the program ends when the work has ended and this is closed, not before.
   *
   * @param end asks the work to end soon
   */
  void stopBy(Runnable end) {
    stop = end;
  }

  private void interrupted() {
    Runnable end = stop;
    if (end == null) {
      return; // nothing has begun
    }
    end.run();
    try {
      if (!finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return; // the server is silent for longer than RFC 5321 allows: the log lists it as unknown
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    if (!hook.isAlive()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        stop = null; // the machine is shutting down, and has not come to this hook yet
      }
    }
  }
}
