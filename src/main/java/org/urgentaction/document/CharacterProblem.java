package org.urgentaction.document;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import org.urgentaction.problem.Problem;

/** Says of a character that it cannot stand where it does: by its name, with the words around. */
public final class CharacterProblem {
  private static final int CONTEXT = 30;
  private static final int REPLACEMENT = 0xFFFD;

  private CharacterProblem() {}

  /** No font has it. */
  public static Problem noFont(int codePoint, String text, int at) {
    return of(codePoint, text, at, "no font has the character ", "write it in other letters");
  }

  /** It is no text: half a surrogate pair, a control character. */
  public static Problem noText(int codePoint, String text, int at) {
    return of(
        codePoint, text, at, "the text has a character that cannot be printed, ", "remove it");
  }

  private static Problem of(int codePoint, String text, int at, String message, String advice) {
    return Problem.error(
            null,
            message
                + String.format(Locale.ROOT, "U+%04X ", codePoint)
                + UCharacter.getExtendedName(codePoint)
                + ", in “"
                + context(text, at)
                + "”")
        .advise(advice);
  }

  /** The words around a place, with nothing in them that a terminal would act on. */
  private static String context(String text, int at) {
    String words =
        text.substring(Math.max(0, at - CONTEXT), Math.min(text.length(), at + CONTEXT)).strip();
    StringBuilder safe = new StringBuilder();
    for (int point : words.codePoints().toArray()) {
      safe.appendCodePoint(harmless(point) ? point : REPLACEMENT);
    }
    return safe.toString();
  }

  private static boolean harmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
