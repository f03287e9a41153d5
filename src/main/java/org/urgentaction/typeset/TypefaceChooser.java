package org.urgentaction.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the typeface of each word or sign: the family of the language where that sets its script,
 * else the first that does; a word stays in one typeface if any has all of it, a combining mark
 * with its base, punctuation with its neighbours.
 */
final class TypefaceChooser {
  private static final String LATIN = UScript.getShortName(UScript.LATIN);

  private final FontLibrary library;
  private final Family home;

  /**
   * @param home the family of the paragraph's own language
   */
  TypefaceChooser(FontLibrary library, Family home) {
    this.library = library;
    this.home = home;
  }

  /** The typeface of each character. */
  Typeface[] choose(String text, StyledText.Style[] styles, MissingCharacters missing) {
    Typeface[] faces = new Typeface[text.length()];
    Family current = home;
    for (int from = 0; from < text.length(); ) {
      StyledText.Style style = styles[from];
      int to = wordEnd(text, styles, from);
      Family family = family(text, from, to, current, style);
      if (family == null) {
        to = clusterEnd(text, from);
        family = family(text, from, to, current, style);
      }
      if (family == null) {
        missing.noFont(culprit(text, from, to, current, style));
        family = current;
      }
      current = family;
      Typeface face = library.typeface(family, style.bold(), style.italic());
      for (; from < to; from++) {
        faces[from] = face;
      }
    }
    return faces;
  }

  private @Nullable Family family(
      String text, int from, int to, Family current, StyledText.Style style) {
    int script = UScript.getScript(text.codePointAt(from));
    boolean neutral = neutral(script);
    Family preferred = neutral ? current : preferred(UScript.getShortName(script), style);
    if (covers(preferred, text, from, to, style)) {
      return preferred;
    }
    if (covers(home, text, from, to, style)) {
      return home;
    }
    for (Family family : library.families()) {
      if ((neutral || family.scripts().contains(UScript.getShortName(script)))
          && covers(family, text, from, to, style)) {
        return family;
      }
    }
    return null;
  }

  /**
   * The family for a script: the words' language decides, then the paragraph's; but Latin letters
   * are alike in all of a paragraph.
   */
  private Family preferred(String script, StyledText.Style style) {
    Locale language = style.language();
    if (language != null && !script.equals(LATIN)) {
      Family foreign = library.family(language);
      if (foreign.scripts().contains(script)) {
        return foreign;
      }
    }
    return home.scripts().contains(script) ? home : library.family(script);
  }

  private boolean covers(Family family, String text, int from, int to, StyledText.Style style) {
    Typeface face = library.typeface(family, style.bold(), style.italic());
    for (int i = from; i < to; ) {
      int point = text.codePointAt(i);
      if (!ignorable(point) && face.glyph(point) == 0) {
        return false;
      }
      i += Character.charCount(point);
    }
    return true;
  }

  /** The character to blame: the first that has no family by itself, else the cluster's first. */
  private int culprit(String text, int from, int to, Family current, StyledText.Style style) {
    for (int i = from; i < to; ) {
      int point = text.codePointAt(i);
      int end = i + Character.charCount(point);
      if (family(text, i, end, current, style) == null) {
        return point;
      }
      i = end;
    }
    return text.codePointAt(from);
  }

  /** Where letters of one script and style end; ideographs stand each by itself. */
  private static int wordEnd(String text, StyledText.Style[] styles, int from) {
    int script = UScript.getScript(text.codePointAt(from));
    int to = clusterEnd(text, from);
    if (neutral(script) || script == UScript.HAN) {
      return to;
    }
    while (to < text.length()
        && UScript.getScript(text.codePointAt(to)) == script
        && styles[to].equals(styles[from])) {
      to = clusterEnd(text, to);
    }
    return to;
  }

  private static int clusterEnd(String text, int from) {
    int to = from + Character.charCount(text.codePointAt(from));
    while (to < text.length()) {
      int next = text.codePointAt(to);
      if (!ignorable(next) && !mark(next)) {
        break;
      }
      to += Character.charCount(next);
    }
    return to;
  }

  private static boolean neutral(int script) {
    return script == UScript.COMMON || script == UScript.INHERITED;
  }

  private static boolean mark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Whether a character shows nothing by itself. */
  static boolean ignorable(int point) {
    return point >= 0xAD
        && UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }
}
