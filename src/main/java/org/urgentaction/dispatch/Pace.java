package org.urgentaction.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How fast a run may go, and how long it keeps trying.
 *
 * @param connections at once, at least one
 * @param budget counts one message against every limit of the account, or says when to ask again;
 *     null where there is none
 * @param patient whether the run waits for hours and days, or ends and leaves the rest to the next
 */
public record Pace(
    int connections,
    @Nullable Supplier<Optional<Instant>> budget,
    boolean patient,
    Rest rest,
    Clock clock) {
  public Pace {
    if (connections < 1) {
      throw new IllegalArgumentException("a run needs a connection");
    }
  }

  /** When the next message may be counted; empty where it is counted now, or needs not be. */
  Optional<Instant> count() {
    return budget == null ? Optional.empty() : budget.get();
  }

  /** Without limits. */
  public static Pace unlimited(int connections, Clock clock) {
    return new Pace(connections, null, false, new ClockRest(clock), clock);
  }
}
