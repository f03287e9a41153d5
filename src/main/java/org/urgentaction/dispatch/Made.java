package org.urgentaction.dispatch;

import java.time.Instant;
import org.urgentaction.mail.OutgoingMessage;

/** A message and its exact bytes. */
final class Made {
  private final OutgoingMessage message;
  private final byte[] bytes;
  private final Instant at;

  /**
   * @param at when it was made: after a long wait its date would be a lie
   */
  Made(OutgoingMessage message, byte[] bytes, Instant at) {
    this.message = message;
    this.bytes = bytes;
    this.at = at;
  }

  OutgoingMessage message() {
    return message;
  }

  /** Not copied: whoever gets them leaves them as they are. */
  byte[] bytes() {
    return bytes;
  }

  Instant at() {
    return at;
  }
}
