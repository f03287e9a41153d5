package org.urgentaction.docx;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import org.urgentaction.document.Inline;

/**
 * About how wide and tall lines will be, by Noto Serif's widths, which what stands in for it does
 * not exceed; Word itself breaks the lines.
 */
final class LineEstimate {
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();

  /** Hundredths of the size, a to z and а to я. */
  private static final int[] LATIN = {
    56, 61, 49, 61, 54, 37, 54, 64, 32, 30, 59, 31, 95, 65, 58, 61, 61, 47, 45, 35, 64, 58, 86, 58,
    57, 51
  };

  private static final int[] CYRILLIC = {
    57, 58, 55, 48, 62, 54, 80, 48, 68, 68, 59, 61, 83, 67, 58, 66, 64, 49, 53, 57, 72, 58, 66, 63,
    94, 94, 62, 82, 54, 50, 83, 57
  };

  private static final int FIRST_JAMO = 0x1100;
  private static final int SECOND_JAMO = 0x1160;
  private static final int LAST_JAMO = 0x11FF;

  private LineEstimate() {}

  /**
   * The widest line's width.
   *
   * @param size in half points
   */
  static int widest(List<List<Inline>> lines, int size) {
    return lines.stream().mapToInt(line -> width(Inline.plain(line), size)).max().orElse(0);
  }

  /** How many rows the lines make in a column, in twentieths of a point. */
  static int rows(List<List<Inline>> lines, int size, int column) {
    return lines.stream().mapToInt(line -> rows(Inline.plain(line), size, column)).sum();
  }

  /** How many rows a text makes, line breaks in it as newlines. */
  static int rows(String text, int size, int column) {
    int rows = 0;
    for (String line : text.split("[\\n\\u2028]", -1)) {
      int filled = 0;
      rows++;
      for (String word : line.split("(?<=[ -])", -1)) {
        int whole = width(word, size);
        int width = whole - (word.endsWith(" ") ? width(" ", size) : 0);
        if (filled > 0 && filled + width > column) {
          rows++;
          filled = 0;
        }
        rows += Math.max(0, width - 1) / column;
        filled += whole;
      }
    }
    return rows;
  }

  private static int width(String text, int size) {
    int hundredths = DECOMPOSED.normalize(text).codePoints().map(LineEstimate::hundredths).sum();
    return hundredths * size / 10;
  }

  private static int hundredths(int point) {
    if (point >= 'a' && point <= 'z') {
      return LATIN[point - 'a'];
    }
    if (point >= 'а' && point <= 'я') {
      return CYRILLIC[point - 'а'];
    }
    if (point >= FIRST_JAMO && point <= LAST_JAMO) { // the first of a syllable stands for it
      return point < SECOND_JAMO ? 92 : 0;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    if (Character.isUpperCase(point)) {
      int small = Character.toLowerCase(point);
      return small == point ? 75 : hundredths(small) + (point == 'I' ? 5 : 14);
    }
    if (Character.isDigit(point)) {
      return 56;
    }
    if (!Character.isLetter(point)) {
      return point == '—' || point >= 0x2E80 ? 100 : point >= '“' && point <= '”' ? 45 : 29;
    }
    int wide = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
    if (wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH) {
      return 100;
    }
    return switch (UScript.getScript(point)) {
      case UScript.ARABIC -> 48;
      case UScript.ARMENIAN -> 64;
      case UScript.GEORGIAN -> 66;
      case UScript.ETHIOPIC -> 68;
      case UScript.SINHALA, UScript.MYANMAR -> 84;
      case UScript.TAMIL -> 90;
      default -> 60;
    };
  }
}
