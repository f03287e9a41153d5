package org.urgentaction.web;

import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.ActionCounts;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.LogUnavailableException;

/**
 * How many actions were taken, campaign by campaign: asked of the log at most every other second,
 * by one reader's request, while others are told what was last known.
 */
final class Tally {
  private static final long FRESH_NANOS = 2_000_000_000L;
  private static final long AFTER_FAILURE_NANOS = 5_000_000_000L;

  private final LogPlace log;
  private final LongSupplier nanoTime;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile @Nullable Map<String, Long> counts;
  private volatile long askAgain;

  Tally(LogPlace log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.askAgain = nanoTime.getAsLong();
  }

  /** Null where it cannot be said just now. */
  @Nullable Long of(String campaign) {
    if (nanoTime.getAsLong() - askAgain >= 0 && asking.tryLock()) {
      try {
        ask();
      } finally {
        asking.unlock();
      }
    }
    Map<String, Long> known = counts;
    return known == null ? null : known.getOrDefault(campaign, 0L);
  }

  /** Somebody has just told the log something: what is said next counts it. */
  void changed() {
    asking.lock();
    try {
      ask();
    } finally {
      asking.unlock();
    }
  }

  private void ask() {
    long wait = FRESH_NANOS;
    try {
      counts = Map.copyOf(ActionCounts.byCampaign(log));
    } catch (LogUnavailableException e) {
      wait = AFTER_FAILURE_NANOS; // as last known until then
    }
    askAgain = nanoTime.getAsLong() + wait;
  }
}
