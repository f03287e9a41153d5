package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, part of a word or space, as lines are made of them.
 *
 * @param level its embedding level by UAX 9, odd where it runs from right to left
 * @param opportunity whether a line may begin with it
 * @param softHyphens before which of its visible characters the text has a soft hyphen
 */
record Piece(
    ShapedWord word,
    StyledText.Style style,
    byte level,
    boolean space,
    boolean opportunity,
    List<Integer> softHyphens) {

  Piece(ShapedWord word, StyledText.Style style, byte level, boolean space, boolean opportunity) {
    this(word, style, level, space, opportunity, List.of());
  }

  /** In thousandths of the nominal size. */
  int width() {
    return word.width();
  }

  Piece slice(int from, int to) {
    return new Piece(
        word.slice(from, to), style, level, space, from > 0 || opportunity, softHyphens(from));
  }

  private List<Integer> softHyphens(int from) {
    int skipped = 0;
    for (int i = 0; i < from && !softHyphens.isEmpty(); i++) {
      skipped += word.cluster(i).text().length();
    }
    List<Integer> left = new ArrayList<>();
    for (int place : softHyphens) {
      if (place > skipped) {
        left.add(place - skipped);
      }
    }
    return left;
  }
}
