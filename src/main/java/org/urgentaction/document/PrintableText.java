package org.urgentaction.document;

/** What of a text can stand on a page or in a file: no half characters, no controls. */
public final class PrintableText {
  private PrintableText() {}

  /** Takes a character that is no text, and may throw. */
  @FunctionalInterface
  public interface Refusal {
    /** Half a surrogate pair, a control character or a noncharacter was found. */
    void found(int codePoint);
  }

  /** The text, as long as it was, with spaces for tabs, line ends and what was refused. */
  public static String clean(String text, Refusal refusal) {
    StringBuilder cleaned = null;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int end = i + Character.charCount(point);
      boolean space = isSpace(point);
      if (!space && !isText(point)) {
        refusal.found(point);
        space = true;
      }
      if (space) {
        if (cleaned == null) {
          cleaned = new StringBuilder(text);
        }
        for (int at = i; at < end; at++) {
          cleaned.setCharAt(at, ' ');
        }
      }
      i = end;
    }
    return cleaned == null ? text : cleaned.toString();
  }

  /** Whether it is a tab or a line end, for which a space can stand. */
  public static boolean isSpace(int point) {
    return point == '\t' || point == '\n' || point == '\r' || point == '\u2029';
  }

  /** Whether it is a character that XML 1.0 and fonts can know: no control, no half of a pair. */
  public static boolean isText(int point) {
    return point >= ' '
        && (point < 0x7F || point >= 0xA0)
        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
        && (point & 0xFFFE) != 0xFFFE
        && !(point >= 0xFDD0 && point <= 0xFDEF);
  }
}
