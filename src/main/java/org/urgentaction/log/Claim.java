package org.urgentaction.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a claim: granted to this process and durable, or the state that stands against it.
 *
 * @param attempts how often the action was put off before
 * @param notBefore when it may be tried again, or null for at once
 */
public record Claim(
    boolean granted, ActionRecord action, int attempts, @Nullable Instant notBefore) {}
