package org.urgentaction.mail;

/**
 * A message as a server gets it: its envelope and its exact bytes. Without the parts of which it
 * was made: many wait for their turn, and their attachments would take as much room again.
 */
public final class WrittenMessage {
  private final Envelope envelope;
  private final String messageId;
  private final byte[] bytes;
  private final boolean dotted;

  /**
   * @param bytes whose lines end with CR and LF, the last one too
   * @param dotted whether a line may begin with a dot, which a server would take for its own
   */
  WrittenMessage(OutgoingMessage message, byte[] bytes, boolean dotted) {
    this.envelope = Envelope.of(message);
    this.messageId = message.messageId();
    this.bytes = bytes;
    this.dotted = dotted;
  }

  Envelope envelope() {
    return envelope;
  }

  boolean dotted() {
    return dotted;
  }

  /** With its angle brackets. */
  public String messageId() {
    return messageId;
  }

  /** The address in {@code To}. */
  public String to() {
    return envelope.to().get(0);
  }

  /** Not copied: whoever gets them leaves them as they are. */
  public byte[] bytes() {
    return bytes;
  }
}
