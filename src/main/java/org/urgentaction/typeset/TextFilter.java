package org.urgentaction.typeset;

/** What of a text is for the page: refuses what is no text, drops what only steers. */
final class TextFilter {
  private static final char SOFT_HYPHEN = '\u00AD';

  private TextFilter() {}

  /**
   * The text, as long as it was, with tabs and line ends as spaces; half surrogate pairs, control
   * characters and noncharacters are noted as missing and replaced.
   */
  static String clean(String text, MissingCharacters missing) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int end = i + Character.charCount(point);
      char instead = 0;
      if (point == '\t' || point == '\n' || point == '\r' || point == '\u2029') {
        instead = ' ';
      } else if (point < ' '
          || (point >= 0x7F && point < 0xA0)
          || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
          || (point & 0xFFFE) == 0xFFFE
          || (point >= 0xFDD0 && point <= 0xFDEF)) {
        missing.noText(point);
        instead = ' ';
      }
      if (instead != 0) {
        if (cleaned == null) {
          cleaned = new StringBuilder(text);
        }
        for (; i < end; i++) {
          cleaned.setCharAt(i, instead);
        }
      }
      i = end;
    }
    return cleaned == null ? text : cleaned.toString();
  }

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
