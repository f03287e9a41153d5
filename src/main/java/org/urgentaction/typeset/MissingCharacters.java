package org.urgentaction.typeset;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Collects the characters of a document that cannot be set, to name them all at once. */
final class MissingCharacters {
  private static final int CONTEXT = 20;
  private static final int MOST = 20;

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
    int from = Math.max(0, at - CONTEXT);
    int to = Math.min(text.length(), at + CONTEXT);
    int start = text.lastIndexOf(' ', from) + 1;
    int space = text.indexOf(' ', to);
    String words =
        text.substring(from - start > CONTEXT ? from : start, to).concat(tail(text, to, space));
    StringBuilder safe = new StringBuilder();
    for (int point : words.codePoints().toArray()) {
      int type = Character.getType(point);
      boolean harmless =
          type != Character.CONTROL
              && type != Character.FORMAT
              && type != Character.SURROGATE
              && type != Character.UNASSIGNED;
      safe.appendCodePoint(harmless ? point : 0xFFFD);
    }
    return safe.toString();
  }

  private static String tail(String text, int to, int space) {
    int end = space < 0 ? text.length() : space;
    return text.substring(to, Math.min(end, Math.min(text.length(), to + CONTEXT)));
  }

  /** The problems so far, for whoever has more to add. */
  List<Problem> problems() {
    return List.copyOf(found.values());
  }
}
