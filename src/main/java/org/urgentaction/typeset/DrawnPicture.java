package org.urgentaction.typeset;

/** A picture as a PDF embeds it. */
final class DrawnPicture {
  private static final int HUNDREDTHS_OF_POINT_A_PIXEL = 72 * 100 / 150;

  private final int columns;
  private final int rows;
  private final boolean grey;
  private final byte[] samples;

  /**
   * @param grey whether it has one channel, else red, green and blue
   * @param samples eight bits each, compressed
   */
  DrawnPicture(int columns, int rows, boolean grey, byte[] samples) {
    this.columns = columns;
    this.rows = rows;
    this.grey = grey;
    this.samples = samples;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  boolean grey() {
    return grey;
  }

  byte[] samples() {
    return samples;
  }

  /** The width at a height. */
  int width(int height) {
    return Math.max(1, (int) ((long) height * columns / rows));
  }

  /** The height at a width. */
  int height(int width) {
    return Math.max(1, (int) ((long) width * rows / columns));
  }

  /** At 150 pixels an inch, in hundredths of a point. */
  int naturalWidth() {
    return columns * HUNDREDTHS_OF_POINT_A_PIXEL;
  }
}
