package org.urgentaction.dispatch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes moments for people, to the minute and in UTC, as the log does. */
public final class Moment {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private Moment() {}

  /** Rounded up: what begins then has begun. */
  public static String of(Instant instant) {
    return MINUTE.format(instant.plusSeconds(59));
  }
}
