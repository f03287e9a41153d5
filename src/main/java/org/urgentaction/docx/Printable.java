package org.urgentaction.docx;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** What of a text can stand in a document, which XML 1.0 limits further than Unicode does. */
final class Printable {
  private Printable() {}

  /**
   * The text, as long as it was, with tabs and line ends as spaces.
   *
   * @throws InvalidInputException that names a character which is no text: a control character,
   *     half a surrogate pair, a noncharacter
   */
  static String of(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point == '\t' || point == '\n' || point == '\r' || point == '\u2029') {
        words.append(' ');
      } else if (isText(point)) {
        words.appendCodePoint(point);
      } else {
        throw refusal(point);
      }
      i += Character.charCount(point);
    }
    return words.toString();
  }

  /** The same for what is not on the page: what is no text is left out. */
  static String aside(String text) {
    StringBuilder words = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> point == '\t' || point == '\n' || point == '\r' ? ' ' : point)
        .filter(point -> isText(point) && !steers(point))
        .forEach(words::appendCodePoint);
    return words.toString();
  }

  /**
   * Embeddings, overrides and isolates (UAX 9): they have done their work once runs are ordered,
   * and would reach beyond their paragraph if they stayed.
   */
  static boolean steers(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x206F)
        || point == 0xFEFF;
  }

  private static boolean isText(int point) {
    return point >= ' '
        && (point < 0x7F || point >= 0xA0)
        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        && (point & 0xFFFE) != 0xFFFE
        && !(point >= 0xFDD0 && point <= 0xFDEF);
  }

  private static InvalidInputException refusal(int point) {
    return new InvalidInputException(
        Problem.error(
                null,
                "the text has a character that cannot be printed, "
                    + String.format(Locale.ROOT, "U+%04X ", point)
                    + UCharacter.getExtendedName(point))
            .advise("remove it"));
  }
}
