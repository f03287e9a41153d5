package org.urgentaction.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The letters that wait for a connection, few at a time. One that a connection could not send comes
 * back to the front, so the line ends only when nobody has one in hand.
 */
final class Line {
  private final int room;
  private final Deque<Ready> waiting = new ArrayDeque<>();
  private int inHand;
  private boolean complete;
  private boolean ended;

  Line(int room) {
    this.room = room;
  }

  /** Adds one when there is room; false where the line has ended and it was not added. */
  synchronized boolean add(Ready ready) throws InterruptedException {
    while (waiting.size() >= room && !ended) {
      wait();
    }
    if (!ended) {
      waiting.addLast(ready);
      notifyAll();
    }
    return !ended;
  }

  /** The next one, to be followed by {@link #done} or {@link #putBack}; null when there is none. */
  synchronized @Nullable Ready take() throws InterruptedException {
    while (waiting.isEmpty() && !ended && !(complete && inHand == 0)) {
      wait();
    }
    if (ended || waiting.isEmpty()) {
      return null;
    }
    inHand++;
    notifyAll();
    return waiting.removeFirst();
  }

  /** The one in hand is dealt with. */
  synchronized void done() {
    inHand--;
    notifyAll();
  }

  /** The one in hand waits again, before all others. */
  synchronized void putBack(Ready ready) {
    waiting.addFirst(ready);
    done();
  }

  /** Nothing more will be added. */
  synchronized void complete() {
    complete = true;
    notifyAll();
  }

  /** Nobody takes another one. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  synchronized boolean ended() {
    return ended;
  }

  /** What nobody took. */
  synchronized List<Assignment> rest() {
    List<Assignment> left = new ArrayList<>();
    waiting.forEach(ready -> left.add(ready.assignment()));
    waiting.clear();
    return left;
  }
}
