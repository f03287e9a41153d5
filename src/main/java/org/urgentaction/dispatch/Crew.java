package org.urgentaction.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.problem.Problem;

/**
 * What the connections of a pass know of each other: whether the server has let one in, how many
 * are left, and why they stop.
 */
final class Crew {
  private final Line line;
  private final AtomicInteger left;
  private final CountDownLatch mayJoin = new CountDownLatch(1);
  private final AtomicReference<@Nullable Problem> stopped = new AtomicReference<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private volatile boolean welcome;

  /**
   * @param welcome whether the server has taken mail from this run before
   */
  Crew(Line line, int connections, boolean welcome) {
    this.line = line;
    this.left = new AtomicInteger(connections);
    this.welcome = welcome;
  }

  /** The server has let a connection in: the others may come. */
  void welcomed() {
    welcome = true;
    mayJoin.countDown();
  }

  boolean isWelcome() {
    return welcome;
  }

  /** Returns when the first connection was let in, or has ended. */
  void awaitWelcome() throws InterruptedException {
    mayJoin.await();
  }

  /** The first connection has ended. */
  void firstHasEnded() {
    mayJoin.countDown();
  }

  /** A connection ends early; false where it is the last one. */
  boolean leave() {
    return left.getAndUpdate(count -> count > 1 ? count - 1 : count) > 1;
  }

  /** All end after the messages in hand; the first reason stands. */
  void stop(Problem why) {
    stopped.compareAndSet(null, why);
    line.end();
  }

  /** All end because something went wrong inside the program, or in the log. */
  void fail(Throwable thrown) {
    if (thrown instanceof LogUnavailableException unavailable) {
      stop(unavailable.problem());
    } else {
      failure.compareAndSet(null, thrown);
      line.end();
    }
  }

  @Nullable Problem whyStopped() {
    return stopped.get();
  }

  /** Throws what went wrong, if anything did. */
  void rethrow() {
    Throwable thrown = failure.get();
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    } else if (thrown instanceof Error error) {
      throw error;
    } else if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
  }
}
