package org.urgentaction.returns;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a message's own Message-ID, and nothing of what it encloses. */
public final class MessageIdReader {
  private MessageIdReader() {}

  /**
   * The id with its angle brackets; empty where there is none.
   *
   * @throws IOException if the bytes cannot be read
   */
  public static Optional<String> read(InputStream message) throws IOException {
    return MessageScanner.scan(message).header().messageIds("message-id").stream().findFirst();
  }
}
