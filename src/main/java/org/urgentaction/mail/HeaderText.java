package org.urgentaction.mail;

import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.UnsafeCharacters;

/** Keeps out of header fields what could begin another field or show readers another text. */
final class HeaderText {
  private HeaderText() {}

  /**
   * The text as it is.
   *
   * @throws InvalidInputException naming the field, if a header cannot carry it
   */
  static String require(String field, String text) {
    if (!isPlain(text)) {
      UnsafeCharacters.inLine(text)
          .ifPresent(
              character -> {
                throw new InvalidInputException(
                    Problem.error(field, "it holds " + character)
                        .advise("type it again on one line, without that character"));
              });
    }
    if (text.contains("=?")) {
      throw new InvalidInputException(
          Problem.error(field, "it holds =? which mail programs would read as another text")
              .advise("leave the question mark out"));
    }
    return text;
  }

  /** Whether all of it is printable ASCII, as most text is: nothing hides in that. */
  static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
