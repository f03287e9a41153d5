package org.urgentaction.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits as long as the clock says, looking up twice a second. */
public final class ClockRest implements Rest {
  private static final long LOOK_UP_MILLIS = 500;

  private final Clock clock;

  public ClockRest(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean until(Instant then, BooleanSupplier woken) {
    Instant now = clock.instant();
    while (now.isBefore(then) && !woken.getAsBoolean()) {
      long left = Duration.between(now, then).toMillis() + 1;
      try {
        Thread.sleep(Math.min(left, LOOK_UP_MILLIS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      Instant later = clock.instant();
      if (later.equals(now)) {
        return false;
      }
      now = later;
    }
    return true;
  }
}
