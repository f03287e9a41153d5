package org.urgentaction.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The letters that wait for a connection, few at a time. One that a connection could not send comes
 * back to the front, so the line ends only when nobody has one in hand.
 */
final class Line {
  private final int room;
  private final Deque<Ready> waiting = new ArrayDeque<>();
  private final Lock lock = new ReentrantLock();
  private final Condition spacious = lock.newCondition();
  private final Condition filled = lock.newCondition();
  private int inHand;
  private boolean complete;
  private boolean ended;

  Line(int room) {
    this.room = room;
  }

  /**
   * Adds one. A full line has room again once it is half empty, so that who fills it need not be
   * woken for every letter; false where the line has ended and it was not added.
   */
  boolean add(Ready ready) throws InterruptedException {
    lock.lock();
    try {
      if (waiting.size() >= room) {
        while (waiting.size() > room / 2 && !ended) {
          spacious.await();
        }
      }
      if (!ended) {
        waiting.addLast(ready);
        filled.signal();
      }
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  /** The next one, to be followed by {@link #done} or {@link #putBack}; null when there is none. */
  @Nullable Ready take() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !ended && !(complete && inHand == 0)) {
        filled.await();
      }
      return first();
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #take}, without waiting for one; none that is not made yet. */
  @Nullable Ready takeMade() {
    lock.lock();
    try {
      return waiting.isEmpty() || !waiting.getFirst().made().isDone() ? null : first();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Ready first() {
    if (ended || waiting.isEmpty()) {
      return null;
    }
    inHand++;
    Ready next = waiting.removeFirst();
    if (waiting.size() == room / 2) {
      spacious.signal();
    }
    return next;
  }

  /** The one in hand is dealt with. */
  void done() {
    change(() -> inHand--);
  }

  /** The one in hand waits again, before all others. */
  void putBack(Ready ready) {
    change(
        () -> {
          waiting.addFirst(ready);
          inHand--;
          filled.signal();
        });
  }

  /** Nothing more will be added. */
  void complete() {
    change(() -> complete = true);
  }

  /** Nobody takes another one. */
  void end() {
    change(
        () -> {
          ended = true;
          spacious.signalAll();
          filled.signalAll();
        });
  }

  /** Changes what it stands at; where nothing can come any more, nobody waits for it. */
  private void change(Runnable how) {
    lock.lock();
    try {
      how.run();
      if (complete && inHand == 0) {
        filled.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean ended() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** What nobody took. */
  List<Assignment> rest() {
    List<Assignment> left = new ArrayList<>();
    change(
        () -> {
          waiting.forEach(ready -> left.add(ready.assignment()));
          waiting.clear();
        });
    return left;
  }
}
