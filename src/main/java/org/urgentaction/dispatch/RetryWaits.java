package org.urgentaction.dispatch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.urgentaction.log.Outcome;

/**
 * How long a letter waits that a server put off: from a minute to five, the longer end doubling
 * with each attempt up to four hours. Drawn by lot over the whole span (full jitter), so that what
 * was put off together does not come back together.
 */
final class RetryWaits {
  private static final Duration LEAST = Duration.ofMinutes(1);
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration MOST = Outcome.LONGEST_WAIT;
  private static final int LARGEST_SHIFT = 6;

  /** The wait after a failed attempt that had so many before it. */
  Duration after(int attempts) {
    long most = Math.min(MOST.toMillis(), FIRST.toMillis() << Math.min(attempts, LARGEST_SHIFT));
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(LEAST.toMillis(), most + 1));
  }
}
