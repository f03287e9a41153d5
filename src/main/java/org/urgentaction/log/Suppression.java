package org.urgentaction.log;

import java.time.Instant;

/**
 * An address that wants no mail.
 *
 * @param addressHash {@link WriterKey#hashAddress}: whose it is, the log cannot tell
 */
public record Suppression(String addressHash, String reason, Instant at) {}
