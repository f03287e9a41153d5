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

  public byte[] bytes() {
    return bytes.clone();
  }
}
