package org.urgentaction.document;

import java.util.Arrays;

/** A picture's bytes, PNG or JPEG, with the words that stand for it where it cannot be seen. */
public final class Picture {
  private final byte[] bytes;
  private final String mediaType;
  private final String alternative;
  private final int hash;

  /**
   * @param mediaType image/png or image/jpeg
   */
  public Picture(byte[] bytes, String mediaType, String alternative) {
    this(bytes.clone(), Arrays.hashCode(bytes), mediaType, alternative);
  }

  private Picture(byte[] bytes, int hash, String mediaType, String alternative) {
    this.bytes = bytes;
    this.hash = hash;
    this.mediaType = mediaType;
    this.alternative = alternative;
  }

  /** The same picture with other words for it. */
  public Picture describedAs(String words) {
    return new Picture(bytes, hash, mediaType, words);
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
        && hash == picture.hash
        && Arrays.equals(bytes, picture.bytes)
        && mediaType.equals(picture.mediaType)
        && alternative.equals(picture.alternative);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
