package org.urgentaction.typeset;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the typeface of each cluster of characters: the family of its script where that has it,
 * else the first that does; a combining mark stays with its base, punctuation with its neighbours.
 */
final class TypefaceChooser {
  private final FontLibrary library;
  private final Family home;

  /**
   * @param home the family of the paragraph's own script
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
      int to = clusterEnd(text, from);
      StyledText.Style style = styles[from];
      Family family = family(text, from, to, current, style);
      if (family == null) {
        missing.noFont(culprit(text, from, to, style), text, from);
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
    int first = text.codePointAt(from);
    int script = UScript.getScript(first);
    boolean neutral = script == UScript.COMMON || script == UScript.INHERITED;
    Family preferred = neutral ? current : library.family(UScript.getShortName(script));
    if (covers(preferred, text, from, to, style)) {
      return preferred;
    }
    if (covers(home, text, from, to, style)) {
      return home;
    }
    for (Family family : library.families()) {
      if (covers(family, text, from, to, style)) {
        return family;
      }
    }
    return null;
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

  /** The character to blame: the first that no family has, else the cluster's first. */
  private int culprit(String text, int from, int to, StyledText.Style style) {
    for (int i = from; i < to; ) {
      int point = text.codePointAt(i);
      int end = i + Character.charCount(point);
      boolean somewhere = false;
      for (Family family : library.families()) {
        somewhere |= covers(family, text, i, end, style);
      }
      if (!somewhere) {
        return point;
      }
      i = end;
    }
    return text.codePointAt(from);
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
