package org.urgentaction.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action in the log, with what a plan needs to know about trying it again.
 *
 * @param attempts how often it was put off
 * @param notBefore when it may be tried again, or null for at once
 */
public record Known(ActionRecord action, int attempts, @Nullable Instant notBefore) {}
