package org.urgentaction.importing.read;

/**
 * A glyph of a PDF page where it stands, in points from the page's upper left corner.
 *
 * @param text what it stands for, in logical order where it is several characters
 * @param x left edge
 * @param y baseline, downwards
 * @param space width of the font's space, 0 where it is not known
 * @param direction of its line: 0, 90, 180 or 270 degrees
 */
record PdfGlyph(
    String text,
    float x,
    float y,
    float width,
    float size,
    float space,
    boolean bold,
    int direction) {

  float right() {
    return x + width;
  }

  PdfGlyph with(String mark) {
    return new PdfGlyph(text + mark, x, y, width, size, space, bold, direction);
  }
}
