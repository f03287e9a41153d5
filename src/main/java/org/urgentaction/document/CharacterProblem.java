package org.urgentaction.document;

import com.ibm.icu.lang.UCharacter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * Says of a character that it cannot stand where it does: by its name and the part of the document,
 * never by the words around it, which may be their writer's name.
 */
public final class CharacterProblem {
  private CharacterProblem() {}

  /**
   * No font has it.
   *
   * @param place the part of the document, such as <i>the sender's address</i>, where known
   */
  public static Problem noFont(int codePoint, @Nullable String place) {
    return of(codePoint, place, "no font has the character ", "write it in other letters");
  }

  /**
   * It is no text: half a surrogate pair, a control character.
   *
   * @param place as in {@link #noFont}
   */
  public static Problem noText(int codePoint, @Nullable String place) {
    return of(codePoint, place, "the text has a character that cannot be printed, ", "remove it");
  }

  private static Problem of(int codePoint, @Nullable String place, String message, String advice) {
    return Problem.error(
            null,
            message
                + String.format(Locale.ROOT, "U+%04X ", codePoint)
                + UCharacter.getExtendedName(codePoint)
                + (place == null ? "" : ", in " + place))
        .advise(advice);
  }
}
