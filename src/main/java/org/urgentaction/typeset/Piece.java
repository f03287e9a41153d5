package org.urgentaction.typeset;

/**
 * A word, part of a word or space, as lines are made of them.
 *
 * @param level its embedding level by UAX 9, odd where it runs from right to left
 * @param opportunity whether a line may begin with it
 */
record Piece(
    ShapedWord word, StyledText.Style style, byte level, boolean space, boolean opportunity) {

  /** In thousandths of the nominal size. */
  int width() {
    return word.width();
  }

  Piece slice(int from, int to) {
    return new Piece(word.slice(from, to), style, level, space, from > 0 || opportunity);
  }
}
