package org.urgentaction.dispatch;

import java.time.Instant;
import org.urgentaction.mail.OutgoingMessage;

/** A message and its exact bytes. */
final class Made {
  private final OutgoingMessage message;
  private final byte[] bytes;
  private final String digest;
  private final Instant at;

  /**
   * @param digest what the ledger will note of the bytes
   * @param at when it was made: after a long wait its date would be a lie
   */
  Made(OutgoingMessage message, byte[] bytes, String digest, Instant at) {
    this.message = message;
    this.bytes = bytes;
    this.digest = digest;
    this.at = at;
  }

  OutgoingMessage message() {
    return message;
  }

  /** Not copied: whoever gets them leaves them as they are. */
  byte[] bytes() {
    return bytes;
  }

  String digest() {
    return digest;
  }

  Instant at() {
    return at;
  }
}
