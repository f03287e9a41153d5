package org.urgentaction.typeset;

/** What of a word shows on the page. */
final class TextFilter {
  private static final char SOFT_HYPHEN = '\u00AD';

  private TextFilter() {}

  /** A word without the characters that have done their work when lines are broken and ordered. */
  static String visible(String word) {
    StringBuilder shown = null;
    for (int i = 0; i < word.length(); i++) {
      boolean steers = steers(word.charAt(i));
      if (steers && shown == null) {
        shown = new StringBuilder(word.substring(0, i));
      } else if (!steers && shown != null) {
        shown.append(word.charAt(i));
      }
    }
    return shown == null ? word : shown.toString();
  }

  private static boolean steers(char character) {
    return character == SOFT_HYPHEN
        || character == '\u061C' // Arabic letter mark
        || character == '\u200B' // zero width space
        || character == '\u200E' // left-to-right mark
        || character == '\u200F' // right-to-left mark
        || (character >= '\u202A' && character <= '\u202E') // embeddings, overrides
        || (character >= '\u2060' && character <= '\u206F') // joiner, isolates, deprecated
        || character == '\uFEFF'; // byte order mark
  }
}
