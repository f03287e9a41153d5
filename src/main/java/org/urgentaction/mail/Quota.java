package org.urgentaction.mail;

import java.time.Duration;

/** How many messages a provider takes in any stretch of time this long. */
public record Quota(int messages, Duration period) {
  public Quota {
    if (messages < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a quota of nothing");
    }
  }
}
