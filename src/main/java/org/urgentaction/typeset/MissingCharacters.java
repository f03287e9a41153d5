package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.urgentaction.document.CharacterProblem;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Collects the characters of a document that cannot be set, to name them all at once: the character
 * and the part of the document, never the words around it, which may be somebody's name.
 */
final class MissingCharacters {
  private static final int MOST = 20;

  private final Map<Integer, Problem> found = new LinkedHashMap<>();
  private String place = "the text";

  /** What is noted from now on is in this part of the document. */
  void lookInto(String part) {
    place = part;
  }

  /** Notes a character that no font has. */
  void noFont(int codePoint) {
    if (found.size() < MOST) {
      found.computeIfAbsent(codePoint, its -> CharacterProblem.noFont(its, place));
    }
  }

  /** Notes a character that is no text: half a surrogate pair, a control character. */
  void noText(int codePoint) {
    if (found.size() < MOST) {
      found.computeIfAbsent(codePoint, its -> CharacterProblem.noText(its, place));
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
