package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.urgentaction.document.CharacterProblem;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Collects the characters of a document that cannot be set, to name them all at once. */
final class MissingCharacters {
  private static final int MOST = 20;

  private final Map<Integer, Problem> found = new LinkedHashMap<>();

  /** Notes a character that no font has. */
  void noFont(int codePoint, String text, int at) {
    if (found.size() < MOST) {
      found.computeIfAbsent(codePoint, its -> CharacterProblem.noFont(its, text, at));
    }
  }

  /** Notes a character that is no text: half a surrogate pair, a control character. */
  void noText(int codePoint, String text, int at) {
    if (found.size() < MOST) {
      found.computeIfAbsent(codePoint, its -> CharacterProblem.noText(its, text, at));
    }
  }

  /**
   * @throws InvalidInputException if there were any
   */
  void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(new ArrayList<>(found.values()));
    }
  }
}
