package org.urgentaction.document;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Wraps plain text at a width in characters, where the language allows a line to end (UAX 14). */
public final class LineWrap {
  private final BreakIterator breaks;
  private final int width;

  /**
   * @param width in columns of a terminal
   */
  public LineWrap(Locale language, int width) {
    this.breaks = BreakIterator.getLineInstance(language);
    this.width = width;
  }

  /** The lines of a text, its own line ends kept; a word wider than the width stays whole. */
  public List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    text.lines().forEach(line -> wrap(line, lines));
    return lines;
  }

  private void wrap(String line, List<String> lines) {
    StringBuilder current = new StringBuilder();
    int taken = 0;
    breaks.setText(line);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      while (insideLink(line, end)) {
        end = breaks.next();
      }
      String word = line.substring(start, end);
      if (current.length() > 0 && taken + columns(word.stripTrailing()) > width) {
        lines.add(current.toString().stripTrailing());
        current.setLength(0);
        taken = 0;
      }
      current.append(word);
      taken += columns(word);
    }
    lines.add(current.toString().stripTrailing());
  }

  /** An address of the web that is broken leads nowhere. */
  private static boolean insideLink(String line, int at) {
    if (at >= line.length() || Character.isWhitespace(line.charAt(at - 1))) {
      return false;
    }
    int space = line.lastIndexOf(' ', at);
    return line.substring(space + 1, at).contains("://");
  }

  /** As a terminal counts: combining marks take no room, wide East Asian characters two. */
  private static int columns(String text) {
    if (text.chars().allMatch(LineWrap::plain)) {
      return text.length();
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(LineWrap::columns)
        .sum();
  }

  /** Latin and Cyrillic letters, and what stands between them: each a column. */
  private static boolean plain(int character) {
    return character < 0x300 || (character >= 0x400 && character <= 0x482);
  }

  private static int columns(int character) {
    if (Character.getType(character) == Character.NON_SPACING_MARK) {
      return 0;
    }
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }
}
