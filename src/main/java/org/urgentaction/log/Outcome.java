package org.urgentaction.log;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt to send ended, for the log.
 *
 * @param state one of {@code sent, failed, deferred, unknown}
 * @param reply the server's words or what happened to the connection, cleaned of personal data
 */
public record Outcome(ActionState state, @Nullable String reply) {}
