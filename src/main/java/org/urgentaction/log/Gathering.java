package org.urgentaction.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where writes wait to be made together: the more there are in one commit, the less each costs, and
 * the longer they wait for one another. Who writes is woken when there are enough, not by each.
 */
final class Gathering {
  /** Nothing waits longer for company. */
  private static final long COMPANY_NANOS = 5_000_000;

  private final Lock lock = new ReentrantLock();
  private final Condition enough = lock.newCondition();
  private List<Job<?>> waiting = new ArrayList<>();
  private int waitedFor;
  private int outcomes;
  private int handedOver;
  private long commitNanos;
  private boolean closed;

  /** Has it written with those that wait; the answer comes when it is on the disk. */
  <T> CompletableFuture<T> add(Job<T> job) {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the action log is closed");
      }
      long before = company();
      waiting.add(job);
      if (!job.patient()) {
        waitedFor++;
      } else if (!job.shared()) {
        outcomes++;
      }
      if (waiting.size() == 1 || company() < before) {
        enough.signal();
      }
      return job.result();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      enough.signal();
    } finally {
      lock.unlock();
    }
  }

  /** How long the last commit took, in nanoseconds. */
  void took(long nanos) {
    lock.lock();
    try {
      commitNanos = nanos;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Those to write next, first come first; none once it is closed and all are written.
   *
   * @param out how many messages have their intent on the disk and not their outcome
   */
  List<Job<?>> next(int out) throws InterruptedException {
    lock.lock();
    try {
      handedOver = out;
      while (waiting.isEmpty() && !closed) {
        enough.await();
      }
      long first = System.nanoTime();
      long left = company();
      while (left > 0) {
        enough.awaitNanos(left);
        left = first + company() - System.nanoTime();
      }
      List<Job<?>> batch = waiting;
      waiting = new ArrayList<>();
      waitedFor = 0;
      outcomes = 0;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /**
   * How long those that wait may wait for more, in nanoseconds since the first. Where somebody
   * waits for one of them: as long as the disk takes, while most of those who have a message out
   * are not back yet.
   */
  private long company() {
    if (closed) {
      return 0;
    } else if (waitedFor == 0) {
      return COMPANY_NANOS;
    }
    return waitedFor < handedOver - outcomes ? Math.min(COMPANY_NANOS, commitNanos) : 0;
  }
}
