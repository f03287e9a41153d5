package org.urgentaction.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterDirection;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a shaped word together so that its text can be read back.
 *
 * <p>PDF has no direction: what extracts text takes the codes of a line from left to right and
 * works out by itself which of them to turn round. Each tool does so in its own way; they agree
 * where, from right to left, each code stands for one character and signs of no direction have
 * direction marks beside them. These marks show nothing and take no room.
 */
final class WordBuilder {
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";
  private static final String RIGHT_TO_LEFT_MARK = "\u200F";
  private static final String SOFT_HYPHEN = "\u00AD";
  private static final int ARMENIAN_LETTER = 0x561;
  private static final int ARMENIAN_HYPHEN = 0x58A;

  /** Something of a word, and where it is drawn, in font units. */
  private record Part(Cluster cluster, int start, boolean takesRoom) {}

  private final Typeface face;
  private final boolean rightToLeft;
  private final List<Part> parts = new ArrayList<>();

  WordBuilder(Typeface face, boolean rightToLeft) {
    this.face = face;
    this.rightToLeft = rightToLeft;
  }

  /** A mark that gives a line its direction and shows nothing. */
  static ShapedWord rightToLeftMark(Typeface face) {
    WordBuilder word = new WordBuilder(face, true);
    word.mark(RIGHT_TO_LEFT_MARK, 0);
    return word.word("", 0);
  }

  /** The sign of division that the typeface has; where it has none, a word that shows nothing. */
  static ShapedWord hyphen(Typeface face) {
    WordBuilder word = new WordBuilder(face, false);
    int glyph = face.glyph(face.glyph(ARMENIAN_LETTER) != 0 ? ARMENIAN_HYPHEN : '-');
    glyph = glyph == 0 ? face.glyph(' ') : glyph;
    int advance = face.glyphs().advance(glyph);
    word.add(Cluster.of(glyph, advance, SOFT_HYPHEN), 0);
    return word.word(SOFT_HYPHEN, advance);
  }

  /**
   * Adds what stands to the right of everything before.
   *
   * @param start in font units
   */
  void add(Cluster cluster, int start) {
    int first = cluster.text().codePointAt(0);
    if (!rightToLeft) {
      parts.add(new Part(cluster, start, true));
    } else if (UCharacter.isMirrored(first) || quotation(first)) {
      // between marks from left to right, a bracket is not mirrored once more
      mark(RIGHT_TO_LEFT_MARK, start);
      mark(LEFT_TO_RIGHT_MARK, start);
      parts.add(new Part(cluster, start, true));
      mark(LEFT_TO_RIGHT_MARK, start);
      mark(RIGHT_TO_LEFT_MARK, start);
    } else {
      addEach(cluster, start);
    }
  }

  /**
   * @param text of the whole word
   * @param end in font units
   */
  ShapedWord word(String text, int end) {
    if (rightToLeft && !text.isBlank()) { // else signs are taken for parts of numbers beside them
      if (neutral(text.codePointBefore(text.length()))) {
        parts.add(0, markAt(RIGHT_TO_LEFT_MARK, 0));
      }
      if (neutral(text.codePointAt(0))) {
        mark(RIGHT_TO_LEFT_MARK, end);
      }
    }
    List<Part> placed = rightToLeft ? cells(end) : parts;
    return new ShapedWord(
        face,
        placed.stream().map(Part::cluster).toArray(Cluster[]::new),
        placed.stream().mapToInt(part -> face.thousandths(part.start)).toArray(),
        face.thousandths(end),
        rightToLeft);
  }

  /**
   * The parts one beside the other without gaps, each drawn from there where it belongs: a gap
   * reads as a space, and a step back as a new line.
   */
  private List<Part> cells(int end) {
    int[] bounds = new int[parts.size() + 1];
    int next = end;
    for (int i = parts.size() - 1; i >= 0; i--) {
      next = parts.get(i).takesRoom ? Math.min(next, parts.get(i).start) : next;
      bounds[i] = next;
    }
    bounds[parts.size()] = Math.max(end, next);
    List<Part> cells = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean blank = face.glyphs().outline(part.cluster.glyph(0)).length == 0;
      int right = blank ? 0 : part.start - bounds[i];
      int width = bounds[i + 1] - bounds[i];
      cells.add(
          new Part(part.cluster.standingFor(part.cluster.text(), right, width), bounds[i], true));
    }
    return cells;
  }

  /** A ligature as a code for each of its characters, the leftmost of which draws it. */
  private void addEach(Cluster cluster, int start) {
    int[] points = cluster.text().codePoints().toArray();
    int wide = 0;
    for (int point : points) {
      wide += takesRoom(point) ? 1 : 0;
    }
    for (int i = points.length - 1, seen = 0; i >= 0; i--) {
      String character = Character.toString(points[i]);
      int x = start + cluster.advance() * seen / Math.max(1, wide);
      Cluster drawn =
          i == points.length - 1
              ? cluster.standingFor(character, 0, 0)
              : Cluster.of(face.glyph(' '), 0, character);
      parts.add(new Part(drawn, x, takesRoom(points[i])));
      seen += takesRoom(points[i]) ? 1 : 0;
    }
  }

  private void mark(String mark, int x) {
    parts.add(markAt(mark, x));
  }

  private Part markAt(String mark, int x) {
    return new Part(Cluster.of(face.glyph(' '), 0, mark), x, false);
  }

  private static boolean quotation(int point) {
    int type = Character.getType(point);
    return type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
  }

  private static boolean takesRoom(int point) {
    return UCharacter.getDirection(point) != ECharacterDirection.DIR_NON_SPACING_MARK
        && !TypefaceChooser.ignorable(point);
  }

  private static boolean neutral(int point) {
    return switch (UCharacter.getDirection(point)) {
      case ECharacterDirection.LEFT_TO_RIGHT,
          ECharacterDirection.RIGHT_TO_LEFT,
          ECharacterDirection.RIGHT_TO_LEFT_ARABIC,
          ECharacterDirection.EUROPEAN_NUMBER,
          ECharacterDirection.ARABIC_NUMBER,
          ECharacterDirection.DIR_NON_SPACING_MARK ->
          false;
      default -> true;
    };
  }
}
