package org.urgentaction.log;

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
  public Outcome(ActionState state, @Nullable String reply) {
    this(state, reply, null);
  }
}
