package org.urgentaction.document;

import java.util.Arrays;

/** A picture's bytes, PNG or JPEG, with the words that stand for it where it cannot be seen. */
public final class Picture {
  private final byte[] bytes;
  private final String mediaType;
  private final String alternative;

  /**
   * @param mediaType image/png or image/jpeg
   */
  public Picture(byte[] bytes, String mediaType, String alternative) {
    this.bytes = bytes.clone();
    this.mediaType = mediaType;
    this.alternative = alternative;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String mediaType() {
    return mediaType;
  }

  public String alternative() {
    return alternative;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture
        && Arrays.equals(bytes, picture.bytes)
        && mediaType.equals(picture.mediaType)
        && alternative.equals(picture.alternative);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
