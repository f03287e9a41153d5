package org.urgentaction.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Characters that no input may bring in: control characters (which break headers, logs and
 * terminals), bidirectional controls (UAX 9, which make a text read as something else than it is)
 * and unpaired surrogates (which no encoding can write).
 */
public final class UnsafeCharacters {
  private UnsafeCharacters() {}

  /**
   * The first unsafe character of a person's name or the like, direction marks included; or empty.
   */
  public static Optional<String> inName(String text) {
    return first(text, c -> isControl(c) || isBidiControl(c) || isMark(c));
  }

  /** The first unsafe character of a value that must stand on one line, described; or empty. */
  public static Optional<String> inLine(String text) {
    return first(text, c -> isControl(c) || isBidiControl(c));
  }

  private static Optional<String> first(String text, IntPredicate unsafe) {
    return text.codePoints().filter(unsafe).mapToObj(UnsafeCharacters::described).findFirst();
  }

  /** The same for text of several lines, where line ends and tabs are welcome. */
  public static Optional<String> inText(String text) {
    return first(
        text, c -> c != '\n' && c != '\r' && c != '\t' && (isControl(c) || isBidiControl(c)));
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c == 0xFEFF;
  }

  private static boolean isBidiControl(int c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }

  /** Left-to-right, right-to-left and Arabic letter marks. */
  private static boolean isMark(int c) {
    return c == 0x200E || c == 0x200F || c == 0x061C;
  }

  private static String described(int c) {
    String name = Character.getName(c);
    return "U+%04X".formatted(c) + (name == null ? "" : " " + name.toLowerCase(Locale.ROOT));
  }
}
