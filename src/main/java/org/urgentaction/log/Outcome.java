package org.urgentaction.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt to send ended, for the log.
 *
 * @param state one of {@code sent, failed, deferred, unknown}
 * @param reply the server's words or what happened to the connection, cleaned of personal data
 * @param notBefore when a deferred action may be tried again, or null for at once
 */
public record Outcome(ActionState state, @Nullable String reply, @Nullable Instant notBefore) {
  /** Nothing is put off for longer at a time. */
  public static final Duration LONGEST_WAIT = Duration.ofHours(4);

  /** By so much may the clocks of machines that share a log differ. */
  private static final Duration SLACK = Duration.ofHours(1);

  public Outcome(ActionState state, @Nullable String reply) {
    this(state, reply, null);
  }

  /**
   * Whether what was put off has to wait still. A time that lies further ahead than anything is put
   * off was noted by a clock that was wrong, and counts for nothing.
   */
  public static boolean mustWait(@Nullable Instant notBefore, Instant now) {
    return notBefore != null
        && notBefore.isAfter(now)
        && !notBefore.isAfter(now.plus(LONGEST_WAIT).plus(SLACK));
  }
}
