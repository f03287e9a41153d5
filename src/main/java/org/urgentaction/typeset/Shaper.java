package org.urgentaction.typeset;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns characters into placed glyphs, by the HarfBuzz that the JDK brings. */
final class Shaper {
  /** What AWT puts where a character shows nothing. */
  private static final int INVISIBLE = 0xFFFE;

  /** Below it every character stands by itself. */
  private static final int FIRST_MARK = 0x300;

  private final FontRenderContext context = new FontRenderContext(null, true, true);

  ShapedWord shape(Typeface face, String text, boolean rightToLeft, boolean ligatures) {
    char[] characters = text.toCharArray();
    GlyphVector laidOut =
        face.font(ligatures)
            .layoutGlyphVector(
                context,
                characters,
                0,
                characters.length,
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
    Glyphs glyphs = new Glyphs(laidOut, face, rightToLeft ? null : wholes(text));
    int[] origins = Arrays.stream(glyphs.origin, 0, glyphs.count).sorted().distinct().toArray();
    WordBuilder word = new WordBuilder(face, rightToLeft);
    for (int i = 0; i < glyphs.count; ) {
      int end = glyphs.clusterEnd(i);
      int place = Arrays.binarySearch(origins, glyphs.origin[i]);
      int from = place == 0 ? 0 : origins[place];
      int to = place + 1 < origins.length ? origins[place + 1] : text.length();
      int start = glyphs.start(i, end);
      word.add(glyphs.cluster(i, end, start, text.substring(from, to)), start);
      i = end;
    }
    return word.word(text, glyphs.end);
  }

  /**
   * For each character, where what a reader calls one begins: a letter with its marks (UAX 29).
   * Readers of files take marks that come by themselves for another letter's.
   */
  private static int[] wholes(String text) {
    int[] wholes = new int[text.length()];
    if (text.chars().allMatch(unit -> unit < FIRST_MARK)) {
      Arrays.setAll(wholes, i -> i);
      return wholes;
    }
    BreakIterator breaks = BreakIterator.getCharacterInstance(ULocale.ROOT);
    breaks.setText(text);
    int start = 0;
    for (int i = 0; i < wholes.length; i++) {
      if (i > 0 && breaks.isBoundary(i)) {
        start = i;
      }
      wholes[i] = start;
    }
    return wholes;
  }

  /** The visible glyphs of a word, from left to right, in font units. */
  private static final class Glyphs {
    private final Typeface face;
    private final int[] glyph;
    private final int[] origin;
    private final int[] x;
    private final int[] y;
    private final int end;
    private int count;

    Glyphs(GlyphVector laidOut, Typeface face, int @Nullable [] wholes) {
      this.face = face;
      int all = laidOut.getNumGlyphs();
      glyph = laidOut.getGlyphCodes(0, all, new int[all]);
      origin = laidOut.getGlyphCharIndices(0, all, new int[all]);
      float[] positions = laidOut.getGlyphPositions(0, all + 1, new float[2 * all + 2]);
      x = new int[all];
      y = new int[all];
      end = Math.round(positions[2 * all]);
      for (int i = 0; i < all; i++) {
        if (glyph[i] < INVISIBLE) {
          glyph[count] = glyph[i];
          origin[count] = wholes == null ? origin[i] : wholes[origin[i]];
          x[count] = Math.round(positions[2 * i]);
          y[count++] = -Math.round(positions[2 * i + 1]);
        }
      }
    }

    int clusterEnd(int first) {
      int next = first + 1;
      while (next < count && origin[next] == origin[first]) {
        next++;
      }
      return next;
    }

    /** Where a cluster's leftmost glyph that is no mark begins. */
    int start(int first, int end) {
      int start = Integer.MAX_VALUE;
      for (int i = first; i < end; i++) {
        if (!face.glyphs().mark(glyph[i])) {
          start = Math.min(start, x[i]);
        }
      }
      return start == Integer.MAX_VALUE ? x[first] : start;
    }

    Cluster cluster(int first, int end, int start, String text) {
      int[] dx = new int[end - first];
      int[] dy = new int[end - first];
      int advance = 0;
      for (int i = first; i < end; i++) {
        dx[i - first] = x[i] - start;
        dy[i - first] = y[i];
        advance += face.glyphs().mark(glyph[i]) ? 0 : face.glyphs().advance(glyph[i]);
      }
      return new Cluster(
          Arrays.copyOfRange(glyph, first, end),
          dx,
          dy,
          advance > 0 ? advance : face.glyphs().advance(glyph[first]),
          text);
    }
  }
}
