package org.urgentaction.letter;

import java.util.regex.Pattern;

/**
 * Keeps a spreadsheet program from taking what we write for a formula, and takes back what that
 * added.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
public final class SpreadsheetCells {
  private static final Pattern FORMULA =
      Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

  private SpreadsheetCells() {}

  /** The text, with an apostrophe before it where a spreadsheet would calculate with it. */
  public static String guarded(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** The text as it was before {@link #guarded}. */
  static String unguarded(String text) {
    return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
  }
}
