package org.urgentaction.log;

import java.time.Duration;

/**
 * A mail server's quota: at most so many messages within any stretch of time that long.
 *
 * @param messages at least 1
 * @param period from a second to 31 days
 */
public record RateWindow(int messages, Duration period) {
  public RateWindow {
    if (messages < 1
        || period.compareTo(Duration.ofSeconds(1)) < 0
        || period.compareTo(Duration.ofDays(31)) > 0) {
      throw new IllegalArgumentException(
          "a rate window is 1 message or more in a second to 31 days");
    }
  }
}
