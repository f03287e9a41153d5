package org.urgentaction.docx;

/** A sheet of paper and where an envelope's window shows it, in millimetres. */
public enum Sheet {
  /** Folded for a DL envelope, its window as DIN 5008 form B has it. */
  A4(210, 297, 20, 45, 85, 45, 62.7),

  /** Folded in thirds for a #10 envelope with the usual window. */
  US_LETTER(215.9, 279.4, 22, 51, 89, 31, 54);

  private final double width;
  private final double height;
  private final double windowStart;
  private final double windowTop;
  private final double windowWidth;
  private final double windowHeight;
  private final double firstLine;

  Sheet(
      double width,
      double height,
      double windowStart,
      double windowTop,
      double windowWidth,
      double windowHeight,
      double firstLine) {
    this.width = width;
    this.height = height;
    this.windowStart = windowStart;
    this.windowTop = windowTop;
    this.windowWidth = windowWidth;
    this.windowHeight = windowHeight;
    this.firstLine = firstLine;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  double windowTop() {
    return windowTop;
  }

  /** From the side where lines begin. */
  double windowEnd() {
    return windowStart + windowWidth;
  }

  double windowBottom() {
    return windowTop + windowHeight;
  }

  /** From the top to the first line of an address of usual length. */
  double firstLine() {
    return firstLine;
  }
}
