package org.urgentaction.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.RateWindow;

/** When letters will be through, as far as limits and hours decide it. */
public final class Forecast {
  private final List<RateWindow> windows;
  private final @Nullable SendingHours hours;
  private final Clock clock;

  public Forecast(List<RateWindow> windows, @Nullable SendingHours hours, Clock clock) {
    this.windows = List.copyOf(windows);
    this.hours = hours;
    this.clock = clock;
  }

  /** Whether there is anything to reckon with: how fast a server is, nobody knows before. */
  public boolean known() {
    return !windows.isEmpty() || hours != null;
  }

  /**
   * When the last of so many letters goes, if nothing of the limits is spent yet.
   *
   * @param zone by whose clock the hours are
   */
  public Instant end(int letters, ZoneId zone) {
    Instant now = clock.instant();
    Instant end = now;
    for (RateWindow window : windows) {
      long fullWindows = Math.max(0, letters - 1) / window.messages();
      Duration needed = window.period().multipliedBy(fullWindows);
      Instant through =
          hours == null || window.period().compareTo(Duration.ofDays(1)) >= 0
              ? now.plus(needed)
              : withinHours(hours, now, needed, zone);
      end = through.isAfter(end) ? through : end;
    }
    return hours == null ? end : hours.next(end, zone);
  }

  /** When so much time has passed, of which only the open hours count. */
  private static Instant withinHours(
      SendingHours hours, Instant from, Duration needed, ZoneId zone) {
    Instant at = hours.next(from, zone);
    Duration left = needed;
    while (!left.isZero()) {
      Duration open = Duration.between(at, hours.end(at, zone));
      if (left.compareTo(open) < 0) {
        return at.plus(left);
      }
      left = left.minus(open);
      at = hours.next(at.plus(open), zone);
    }
    return at;
  }
}
