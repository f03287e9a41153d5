package org.urgentaction.docx;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import org.urgentaction.document.Inline;

/**
 * About how wide and tall lines will be in whatever face Word finds: close enough to place a block
 * of an address, which nothing is wrapped by.
 */
final class LineEstimate {
  private LineEstimate() {}

  /** The widest line's width, in twentieths of a point. */
  static int widest(List<List<Inline>> lines) {
    return lines.stream().mapToInt(LineEstimate::width).max().orElse(0);
  }

  /** How many rows the lines make in a column, in twentieths of a point. */
  static int rows(List<List<Inline>> lines, int column) {
    return lines.stream().mapToInt(line -> Math.max(1, -(-width(line) / column))).sum();
  }

  private static int width(List<Inline> line) {
    int hundredths = Inline.plain(line).codePoints().map(LineEstimate::hundredthsOfSize).sum();
    return hundredths * Look.SIZE * 10 / 100;
  }

  private static int hundredthsOfSize(int point) {
    int eastAsianWidth = UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH);
    if (eastAsianWidth == UCharacter.EastAsianWidth.WIDE
        || eastAsianWidth == UCharacter.EastAsianWidth.FULLWIDTH) {
      return 100;
    }
    if (Character.getType(point) == Character.NON_SPACING_MARK) {
      return 0;
    }
    if (Character.isUpperCase(point) || point == 'm' || point == 'w') {
      return 70;
    }
    return Character.isLetterOrDigit(point) && "ijltfrI1".indexOf(point) < 0 ? 57 : 33;
  }
}
