package org.urgentaction.importing.read;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Glyphs that stand beside each other on a line: a whole line of a column once its columns are
 * known, before that a piece between two wide spaces.
 */
final class PdfLine {
  private static final float WIDE = 0.9f;

  private final List<PdfGlyph> glyphs;
  private final boolean rightToLeft;
  private final float left;
  private final float right;
  private final float y;
  private final float size;

  private PdfLine(List<PdfGlyph> glyphs, boolean rightToLeft) {
    this.glyphs = glyphs;
    this.rightToLeft = rightToLeft;
    float leftmost = Float.MAX_VALUE;
    float rightmost = -Float.MAX_VALUE;
    float largest = 0;
    float lowest = 0;
    for (PdfGlyph glyph : glyphs) {
      leftmost = Math.min(leftmost, glyph.x());
      rightmost = Math.max(rightmost, glyph.right());
      if (glyph.size() > largest) {
        largest = glyph.size();
        lowest = glyph.y();
      }
    }
    left = leftmost;
    right = rightmost;
    size = largest;
    y = lowest;
  }

  /**
   * The pieces of all lines of a page, from top to bottom and left to right.
   *
   * @param rightToLeft whether the page is written so
   */
  static List<List<PdfLine>> rows(List<PdfGlyph> page, boolean rightToLeft) {
    List<PdfGlyph> sorted = new ArrayList<>(page);
    sorted.removeIf(glyph -> glyph.text().isBlank());
    sorted.sort(Comparator.comparing(PdfGlyph::y));
    List<List<PdfLine>> rows = new ArrayList<>();
    List<PdfGlyph> row = new ArrayList<>();
    for (PdfGlyph glyph : sorted) {
      if (!row.isEmpty()) {
        PdfGlyph last = row.get(row.size() - 1);
        float size = Math.min(glyph.size(), last.size());
        if (glyph.y() - last.y() > 0.2f * size || glyph.y() - row.get(0).y() > 0.4f * size) {
          rows.add(pieces(row, rightToLeft));
          row = new ArrayList<>();
        }
      }
      row.add(glyph);
    }
    if (!row.isEmpty()) {
      rows.add(pieces(row, rightToLeft));
    }
    return rows;
  }

  private static List<PdfLine> pieces(List<PdfGlyph> row, boolean rightToLeft) {
    row.sort(Comparator.comparing(PdfGlyph::x));
    List<PdfLine> pieces = new ArrayList<>();
    List<PdfGlyph> piece = new ArrayList<>();
    float end = 0;
    for (PdfGlyph glyph : row) {
      if (!piece.isEmpty() && glyph.x() - end > WIDE * glyph.size()) {
        pieces.add(new PdfLine(piece, rightToLeft));
        piece = new ArrayList<>();
        end = glyph.right();
      }
      end = piece.isEmpty() ? glyph.right() : Math.max(end, glyph.right());
      piece.add(glyph);
    }
    pieces.add(new PdfLine(piece, rightToLeft));
    return pieces;
  }

  /** One line of all pieces that stand in the same column and row. */
  static PdfLine joined(List<PdfLine> pieces) {
    List<PdfGlyph> all = new ArrayList<>();
    pieces.forEach(piece -> all.addAll(piece.glyphs));
    return new PdfLine(all, pieces.get(0).rightToLeft);
  }

  float left() {
    return left;
  }

  float right() {
    return right;
  }

  /** The baseline, downwards from the top of the page. */
  float y() {
    return y;
  }

  float size() {
    return size;
  }

  boolean isBold() {
    return glyphs.stream().allMatch(PdfGlyph::bold);
  }

  /** The width of the first word, which would have to fit on the line above. */
  float firstWordWidth(boolean rightToLeft) {
    int step = rightToLeft ? -1 : 1;
    int first = rightToLeft ? glyphs.size() - 1 : 0;
    int last = first;
    for (int i = first + step; i >= 0 && i < glyphs.size(); i += step) {
      PdfGlyph one = glyphs.get(Math.min(i, i - step));
      PdfGlyph other = glyphs.get(Math.max(i, i - step));
      if (isGap(one, other) || isIdeograph(other.text())) {
        break;
      }
      last = i;
    }
    return glyphs.get(Math.max(first, last)).right() - glyphs.get(Math.min(first, last)).x();
  }

  static boolean isIdeograph(String text) {
    int c = text.codePointAt(0);
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFFEF);
  }

  private static boolean isGap(PdfGlyph before, PdfGlyph glyph) {
    float gap = glyph.x() - before.right();
    float usual = glyph.space() > 0.05f * glyph.size() ? glyph.space() : 0.25f * glyph.size();
    return gap > Math.min(0.5f * usual, 0.18f * glyph.size());
  }

  /** Its text in the order in which it is read (UAX 9). */
  String text() {
    StringBuilder seen = new StringBuilder();
    boolean turned = false;
    for (int i = 0; i < glyphs.size(); i++) {
      if (i > 0 && isGap(glyphs.get(i - 1), glyphs.get(i))) {
        seen.append(' ');
      }
      String text = glyphs.get(i).text();
      boolean rightToLeft = Directions.isRightToLeft(text);
      turned |= rightToLeft;
      seen.append(rightToLeft ? Directions.reversed(text) : text);
    }
    if (!turned) {
      return seen.toString();
    }
    Bidi bidi = new Bidi();
    bidi.setReorderingMode(Bidi.REORDER_INVERSE_LIKE_DIRECT);
    bidi.setPara(
        seen.toString(),
        rightToLeft || Directions.isMostlyRightToLeft(seen) ? Bidi.RTL : Bidi.LTR,
        null);
    String mirrored = bidi.writeReordered(Bidi.DO_MIRRORING);
    return opens(mirrored) ? mirrored : bidi.writeReordered(0);
  }

  /** Fonts name a bracket by its shape or by its meaning; the first one of a line should open. */
  private static boolean opens(String text) {
    int opening = text.indexOf('(');
    int closing = text.indexOf(')');
    return closing < 0 || (opening >= 0 && opening < closing);
  }

  /** Which way letters run. */
  static final class Directions {
    private Directions() {}

    static boolean isRightToLeft(String text) {
      byte direction = Character.getDirectionality(text.codePointAt(0));
      return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
          || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    static boolean isMostlyRightToLeft(CharSequence text) {
      long rightToLeft =
          text.codePoints().filter(c -> isRightToLeft(Character.toString(c))).count();
      return rightToLeft * 2 > text.codePoints().filter(Character::isLetter).count();
    }

    static String reversed(String text) {
      int[] points = text.codePoints().toArray();
      StringBuilder reversed = new StringBuilder(text.length());
      for (int i = points.length - 1; i >= 0; i--) {
        reversed.appendCodePoint(points[i]);
      }
      return reversed.toString();
    }
  }
}
