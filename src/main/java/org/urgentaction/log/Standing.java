package org.urgentaction.log;

import java.util.Arrays;
import java.util.Locale;

/** Whether messages of a campaign or to a target may go, in order of strictness. */
public enum Standing {
  RUNNING,
  /** Not now: until somebody says go on. */
  PAUSED,
  /** Not any more. */
  CANCELLED;

  /** Reads what {@link #toString()} writes; what it does not know, it takes for the strictest. */
  static Standing parse(String text) {
    return Arrays.stream(values())
        .filter(standing -> standing.toString().equals(text))
        .findFirst()
        .orElse(CANCELLED);
  }

  /** As the log writes it: lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
