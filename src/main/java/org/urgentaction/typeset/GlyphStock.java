package org.urgentaction.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The glyphs that all letters of a press carry: an alphabet to write names with, and what the
 * shared documents need.
 */
final class GlyphStock {
  private static final byte[] NOT_IN_STOCK = {};
  private static final int LONGEST = 60;
  private static final UnicodeSet LATIN =
      new UnicodeSet("[[\\u0020-\\u007E][\\u00A0-\\u00FF]-[\\u00AD]‘’‚“”„–—…•′€№]").freeze();

  private static final Set<Integer> SIMPLE_SCRIPTS =
      Set.of(
          UScript.LATIN,
          UScript.GREEK,
          UScript.CYRILLIC,
          UScript.ARMENIAN,
          UScript.GEORGIAN,
          UScript.ETHIOPIC,
          UScript.HIRAGANA,
          UScript.KATAKANA);

  private final Map<Integer, GlyphSubset> subsets = new TreeMap<>();
  private final Map<Integer, EmbeddedFont> embedded = new TreeMap<>();
  private final Map<ShapedWord, byte[]> encoded = new ConcurrentHashMap<>();
  private final int mostWords;

  /**
   * @param mostWords to be kept as they are written
   */
  GlyphStock(int mostWords) {
    this.mostWords = mostWords;
  }

  /**
   * Adds the letters, digits and marks that texts of a language are written with, but for those of
   * thousands that a few letters use a few of.
   */
  void addAlphabet(FontLibrary library, WordCache words, Locale language) {
    UnicodeSet letters =
        new UnicodeSet(
            LocaleData.getInstance(ULocale.forLocale(language))
                .getExemplarSet(UnicodeSet.ADD_CASE_MAPPINGS, LocaleData.ES_STANDARD));
    letters.addAll(LATIN);
    Family home = library.family(language);
    for (UnicodeSet.EntryRange range : letters.ranges()) {
      for (int point = range.codepoint; point <= range.codepointEnd; point++) {
        Family family =
            library.typeface(home, false, false).glyph(point) != 0
                ? home
                : library.families().get(0);
        Typeface face = library.typeface(family, false, false);
        if (face.glyph(point) != 0 && !oneOfThousands(point)) {
          addLetter(face, point, words);
        }
      }
    }
  }

  /** In each of the forms that it has beside its neighbours. */
  private void addLetter(Typeface face, int point, WordCache words) {
    if (unshaped(point)) {
      subset(face).code(letter(face, point));
      return;
    }
    String letter = Character.toString(point);
    boolean rightToLeft = UCharacter.getDirection(point) == UCharacter.RIGHT_TO_LEFT;
    boolean joining =
        UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE)
                == UCharacter.JoiningType.DUAL_JOINING
            || UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE)
                == UCharacter.JoiningType.RIGHT_JOINING;
    if (joining) {
      for (String form : List.of(letter, letter + "ب", "ب" + letter + "ب", "ب" + letter)) {
        add(words.shaped(face, form, true));
      }
    } else {
      add(words.shaped(face, letter, rightToLeft || arabicSign(point)));
    }
  }

  private static boolean oneOfThousands(int point) {
    int script = UScript.getScript(point);
    return script == UScript.HAN || script == UScript.HANGUL;
  }

  private static boolean arabicSign(int point) {
    return UCharacter.getDirection(point) == UCharacter.RIGHT_TO_LEFT_ARABIC;
  }

  void add(Paragraph paragraph) {
    boolean divides = paragraph.mayDivide();
    for (var line : paragraph.hardLines()) {
      for (Piece piece : line) {
        add(piece.word());
        if (divides) {
          add(piece.word().face().hyphen());
        }
        if (paragraph.rightToLeft()) {
          add(piece.word().face().rightToLeftMark());
        }
      }
    }
  }

  /**
   * Whether a character by itself looks as the font has it: shaping each of an alphabet would take
   * as long as the rest of a first letter.
   */
  static boolean unshaped(int point) {
    int script = UScript.getScript(point);
    return script == UScript.COMMON
        ? !TypefaceChooser.ignorable(point) && !arabicSign(point)
        : SIMPLE_SCRIPTS.contains(script);
  }

  /** A character as the font has it. */
  static Cluster letter(Typeface face, int point) {
    int glyph = face.glyph(point);
    return Cluster.of(glyph, face.glyphs().advance(glyph), Character.toString(point));
  }

  private GlyphSubset subset(Typeface face) {
    return subsets.computeIfAbsent(face.slot(), slot -> new GlyphSubset(face));
  }

  void add(ShapedWord word) {
    GlyphSubset subset = subset(word.face());
    for (int i = 0; i < word.size(); i++) {
      subset.code(word.cluster(i));
    }
  }

  /** Makes the font files; nothing can be added afterwards. */
  void complete() {
    subsets.forEach((slot, subset) -> embedded.put(slot, EmbeddedFont.of(subset)));
  }

  /** The glyphs of a typeface, as the start of a letter's own. */
  GlyphSubset startOf(Typeface face) {
    GlyphSubset subset = subsets.get(face.slot());
    return subset == null ? new GlyphSubset(face) : new GlyphSubset(subset);
  }

  /** The font file of a typeface of which a letter needs no more glyphs than all have. */
  EmbeddedFont embedded(GlyphSubset subset) {
    EmbeddedFont font = subset.addsNothing() ? embedded.get(subset.face().slot()) : null;
    return font == null ? EmbeddedFont.of(subset) : font;
  }

  /**
   * The operand that shows a word, if all its glyphs are in stock; empty otherwise.
   *
   * @see GlyphEncoder
   */
  byte[] encoded(ShapedWord word) {
    byte[] known = encoded.get(word);
    if (known != null) {
      return known;
    }
    GlyphSubset subset = subsets.get(word.face().slot());
    byte[] operand =
        subset == null || !holds(subset, word)
            ? NOT_IN_STOCK
            : GlyphEncoder.operand(word, subset::find);
    if (word.size() <= LONGEST && encoded.size() < mostWords) {
      encoded.put(word, operand);
    }
    return operand;
  }

  private static boolean holds(GlyphSubset subset, ShapedWord word) {
    for (int i = 0; i < word.size(); i++) {
      if (subset.find(word.cluster(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
