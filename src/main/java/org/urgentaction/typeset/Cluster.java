package org.urgentaction.typeset;

import java.util.Arrays;

/**
 * Glyphs that belong together and the characters they stand for: the unit that gets a code of its
 * own in an embedded font, so that text comes back exact.
 */
final class Cluster {
  private final int[] glyphs;
  private final int[] dx;
  private final int[] dy;
  private final int advance;
  private final String text;
  private final int hash;

  /**
   * @param dx of each glyph from the cluster's start, in font units
   * @param advance in font units
   */
  Cluster(int[] glyphs, int[] dx, int[] dy, int advance, String text) {
    this.glyphs = glyphs;
    this.dx = dx;
    this.dy = dy;
    this.advance = advance;
    this.text = text;
    hash = 31 * (31 * Arrays.hashCode(glyphs) + Arrays.hashCode(dx)) + text.hashCode() + dy[0] * 17;
  }

  static Cluster of(int glyph, int advance, String text) {
    return new Cluster(new int[] {glyph}, new int[1], new int[1], advance, text);
  }

  /** The same drawing, moved, as the glyph of other characters and of another width. */
  Cluster standingFor(String characters, int right, int width) {
    int[] moved = Arrays.stream(dx).map(x -> x + right).toArray();
    return new Cluster(glyphs, moved, dy, width, characters);
  }

  int size() {
    return glyphs.length;
  }

  int glyph(int index) {
    return glyphs[index];
  }

  int dx(int index) {
    return dx[index];
  }

  int dy(int index) {
    return dy[index];
  }

  int advance() {
    return advance;
  }

  String text() {
    return text;
  }

  /** Whether it is drawn by one glyph just as the font has it. */
  boolean plain() {
    return glyphs.length == 1 && dx[0] == 0 && dy[0] == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cluster cluster
        && hash == cluster.hash
        && advance == cluster.advance
        && text.equals(cluster.text)
        && Arrays.equals(glyphs, cluster.glyphs)
        && Arrays.equals(dx, cluster.dx)
        && Arrays.equals(dy, cluster.dy);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
