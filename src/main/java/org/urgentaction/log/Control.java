package org.urgentaction.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word to pause, resume or cancel.
 *
 * @param target null for the whole campaign
 */
public record Control(
    String campaign,
    @Nullable String target,
    Standing standing,
    @Nullable String reason,
    Instant at) {}
