package org.urgentaction.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/** A clock that stands until somebody waits: then it is later. */
final class SetClock extends Clock implements Rest {
  private Instant now;

  SetClock(String now) {
    this.now = Instant.parse(now);
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public boolean until(Instant then, BooleanSupplier woken) {
    if (!woken.getAsBoolean()) {
      synchronized (this) {
        now = then.isAfter(now) ? then : now;
      }
    }
    return true;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
