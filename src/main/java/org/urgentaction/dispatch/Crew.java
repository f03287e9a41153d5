package org.urgentaction.dispatch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final AtomicBoolean announced = new AtomicBoolean();
  private volatile boolean welcome;
  private volatile boolean understood;

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

  /**
   * Whether a letter may be announced behind the text of another: by one connection once, and by
   * all when that has gone well. So a server that cannot bear it leaves one letter in doubt, not
   * one a connection.
   */
  boolean mayAnnounce() {
    return understood || announced.compareAndSet(false, true);
  }

  /** A letter that was announced has come to its end, and the server has borne it. */
  void understood() {
    understood = true;
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
