package org.urgentaction.importing.read;

import java.util.regex.Pattern;

/**
 * A line's characters without what only its layout needed: soft hyphens, direction controls,
 * control characters, runs of spaces, and marks that editors leave in exported text.
 */
final class CleanText {
  private static final Pattern LEFTOVER =
      Pattern.compile("\\[(?:bookmark|if|endif)[: ][^\\]\n]{0,80}\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private CleanText() {}

  static String of(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(CleanText::isKept).forEach(kept::appendCodePoint);
    String plain = LEFTOVER.matcher(kept).replaceAll("");
    return SPACES.matcher(plain).replaceAll(" ").strip();
  }

  private static boolean isKept(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return true;
    }
    int type = Character.getType(c);
    boolean joiner = c == 0x200C || c == 0x200D;
    return joiner
        || (type != Character.CONTROL
            && type != Character.SURROGATE
            && type != Character.FORMAT
            && type != Character.UNASSIGNED
            && c != 0xFFFC);
  }
}
