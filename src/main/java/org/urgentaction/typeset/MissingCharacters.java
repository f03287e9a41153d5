package org.urgentaction.typeset;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Collects the characters of a document that cannot be set, to name them all at once. */
final class MissingCharacters {
  private static final int CONTEXT = 30;
  private static final int MOST = 20;
  private static final int REPLACEMENT = 0xFFFD;

  private final Map<Integer, Problem> found = new LinkedHashMap<>();

  /** Notes a character that no font has. */
  void noFont(int codePoint, String text, int at) {
    note(codePoint, text, at, "no font has the character ", "write it in other letters");
  }

  /** Notes a character that is no text: half a surrogate pair, a control character. */
  void noText(int codePoint, String text, int at) {
    note(codePoint, text, at, "the text has a character that cannot be printed, ", "remove it");
  }

  /**
   * @throws InvalidInputException if there were any
   */
  void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(new ArrayList<>(found.values()));
    }
  }

  private void note(int codePoint, String text, int at, String message, String advice) {
    if (found.size() < MOST) {
      found.computeIfAbsent(
          codePoint,
          character ->
              Problem.error(
                      null,
                      message
                          + String.format(Locale.ROOT, "U+%04X ", character)
                          + UCharacter.getExtendedName(character)
                          + ", in “"
                          + context(text, at)
                          + "”")
                  .advise(advice));
    }
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
