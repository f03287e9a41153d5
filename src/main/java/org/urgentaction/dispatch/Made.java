package org.urgentaction.dispatch;

import java.time.Instant;
import org.urgentaction.mail.WrittenMessage;

/**
 * A message that is ready to go.
 *
 * @param digest what the ledger will note of its bytes
 * @param at when it was made: after a long wait its date would be a lie
 */
record Made(WrittenMessage message, String digest, Instant at) {}
