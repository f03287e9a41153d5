package org.urgentaction.mail;

/** A file that travels with a message; its bytes are its maker's to leave alone. */
public final class Attachment {
  private final String name;
  private final String mediaType;
  private final byte[] bytes;

  /**
   * @param name as the receiver's disk will see it
   * @param mediaType {@code application/pdf}, say
   */
  public Attachment(String name, String mediaType, byte[] bytes) {
    this.name = name;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Not copied: whoever gets them leaves them as they are. */
  byte[] data() {
    return bytes;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
