package org.urgentaction.typeset;

import java.util.List;
import java.util.Set;

/**
 * A line as it is drawn.
 *
 * @param faces the typefaces it uses
 */
record SetLine(List<Chunk> chunks, Set<Typeface> faces) {
  /** Neighbouring words of one owner. */
  static final class Chunk {
    private final int link;
    private final int x;
    private final int width;
    private final byte[] body;

    /**
     * @param link the number of the link they belong to, or 0
     * @param x from the left edge of the paragraph, in hundredths of a point
     * @param width in the same unit
     * @param body operators of a text object: select the font, show the glyphs
     */
    Chunk(int link, int x, int width, byte[] body) {
      this.link = link;
      this.x = x;
      this.width = width;
      this.body = body;
    }

    int link() {
      return link;
    }

    int x() {
      return x;
    }

    int width() {
      return width;
    }

    byte[] body() {
      return body;
    }
  }
}
