package org.urgentaction.web;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.ActionCounts;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.LogUnavailableException;

/**
 * How many actions were taken, campaign by campaign: asked of the log at most every other second,
 * and as last known where the log cannot be read.
 */
final class Tally {
  private static final long FRESH_NANOS = 2_000_000_000L;

  private final LogPlace log;
  private final LongSupplier nanoTime;
  private Map<String, Long> counts = Map.of();
  private long asked;
  private boolean known;

  Tally(LogPlace log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /** Null where it cannot be said just now. */
  synchronized @Nullable Long of(String campaign) {
    long now = nanoTime.getAsLong();
    if (!known || now - asked > FRESH_NANOS) {
      asked = now;
      try {
        counts = Map.copyOf(ActionCounts.byCampaign(log));
        known = true;
      } catch (LogUnavailableException e) {
        return known ? counts.getOrDefault(campaign, 0L) : null; // as last known; asked again soon
      }
    }
    return counts.getOrDefault(campaign, 0L);
  }

  /** Somebody has just told the log something. */
  synchronized void changed() {
    known = false;
  }
}
