package org.urgentaction.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where writes wait to be made together: the more there are in one commit, the less each costs, and
 * the longer they wait for one another.
 */
final class Gathering {
  /** Nothing waits longer for company. */
  private static final long COMPANY_NANOS = 5_000_000;

  private final BlockingQueue<Job<?>> waiting = new LinkedBlockingQueue<>();
  private final Job<Boolean> last = new Job<>(unused -> true, false, false, null);
  private boolean closed;
  private volatile long commitNanos;

  /** Has it written with those that wait; the answer comes when it is on the disk. */
  synchronized <T> CompletableFuture<T> add(Job<T> job) {
    if (closed) {
      throw new IllegalStateException("the action log is closed");
    }
    waiting.add(job);
    return job.result();
  }

  /** Takes nothing more. */
  synchronized void close() {
    if (!closed) {
      closed = true;
      waiting.add(last);
    }
  }

  /** How long the last commit took, in nanoseconds. */
  void took(long nanos) {
    commitNanos = nanos;
  }

  /** Those to write next, first come first; none once it is closed and all are written. */
  List<Job<?>> next(Held held) throws InterruptedException {
    List<Job<?>> batch = new ArrayList<>();
    batch.add(waiting.take());
    long first = System.nanoTime();
    waiting.drainTo(batch);
    for (long most = company(batch, held); most > 0; most = company(batch, held)) {
      Job<?> more = waiting.poll(first + most - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (more == null) {
        return batch;
      }
      batch.add(more);
      waiting.drainTo(batch);
    }
    if (batch.remove(last) && !batch.isEmpty()) {
      waiting.add(last); // for the next time
    }
    return batch;
  }

  /**
   * How long a batch may wait for more, in nanoseconds since its first. Where somebody waits for
   * it: as long as the disk takes, while most of those who have a message out are not back yet.
   */
  private long company(List<Job<?>> batch, Held held) {
    int waitedFor = 0;
    int outcomes = 0;
    for (Job<?> job : batch) {
      if (job.equals(last)) {
        return 0;
      } else if (!job.patient()) {
        waitedFor++;
      } else if (!job.shared()) {
        outcomes++;
      }
    }
    if (waitedFor == 0) {
      return COMPANY_NANOS;
    }
    return waitedFor < held.handedOver() - outcomes ? Math.min(COMPANY_NANOS, commitNanos) : 0;
  }
}
