package org.urgentaction.docx;

import org.urgentaction.document.CharacterProblem;
import org.urgentaction.document.PrintableText;
import org.urgentaction.problem.InvalidInputException;

/** What of a text stands in a Word file, and what has done its work before. */
final class Printable {
  private Printable() {}

  /**
   * The text, as long as it was, with tabs and line ends as spaces.
   *
   * @throws InvalidInputException that names a character which is no text: a control character,
   *     half a surrogate pair, a noncharacter
   */
  static String of(String text) {
    return PrintableText.clean(
        text,
        point -> {
          throw new InvalidInputException(CharacterProblem.noText(point, null));
        });
  }

  /** The same for what is not on the page: what is no text is left out. */
  static String aside(String text) {
    StringBuilder words = new StringBuilder(text.length());
    text.codePoints()
        .map(point -> PrintableText.isSpace(point) ? ' ' : point)
        .filter(point -> PrintableText.isText(point) && !steers(point))
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
}
