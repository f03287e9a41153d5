package org.urgentaction.docx;

/** A picture as the package holds it. */
final class EmbeddedPicture {
  private final byte[] bytes;
  private final String ending;
  private final int columns;
  private final int rows;

  /**
   * @param ending png or jpeg
   */
  EmbeddedPicture(byte[] bytes, String ending, int columns, int rows) {
    this.bytes = bytes;
    this.ending = ending;
    this.columns = columns;
    this.rows = rows;
  }

  byte[] bytes() {
    return bytes;
  }

  String ending() {
    return ending;
  }

  /** The width at a height. */
  int width(int height) {
    return (int) Math.max(1, (long) height * columns / rows);
  }

  /** The height at a width. */
  int height(int width) {
    return (int) Math.max(1, (long) width * rows / columns);
  }

  /** At 150 pixels an inch, in twentieths of a point. */
  int naturalWidth() {
    return columns * 1440 / 150;
  }
}
