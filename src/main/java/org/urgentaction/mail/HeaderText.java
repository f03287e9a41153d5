package org.urgentaction.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Keeps out of header fields what could begin another field or show readers another text. */
final class HeaderText {
  /** Controls, line and paragraph separators, unpaired surrogates, bidirectional controls. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\u061c\\ufeff]");

  private HeaderText() {}

  /**
   * The text as it is.
   *
   * @throws InvalidInputException naming the field, if a header cannot carry it
   */
  static String require(String field, String text) {
    Matcher unfit = UNFIT.matcher(text);
    if (unfit.find()) {
      throw new InvalidInputException(
          Problem.error(
                  field,
                  String.format(
                      "it holds a line break or an invisible control character (U+%04X)",
                      text.codePointAt(unfit.start())))
              .advise("type it again on one line"));
    }
    if (text.contains("=?")) {
      throw new InvalidInputException(
          Problem.error(field, "it holds =? which mail programs would read as another text")
              .advise("leave the question mark out"));
    }
    return text;
  }
}
