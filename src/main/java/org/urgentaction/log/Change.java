package org.urgentaction.log;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One move of an action, with its sealed record where it has one, on its way into the database.
 *
 * @param before null for an action that the log does not know yet
 * @param link null for a claim of the program, which is no evidence of anything
 */
record Change(
    ActionTable.@Nullable Versioned before, ActionTable.Versioned after, @Nullable Link link) {
  /** A record's place in this process's chain, what it says and its seal. */
  record Link(String chain, long number, String content, String seal) {}

  String id() {
    return after.action().id();
  }

  /** Both as one; the record of the first is not in it. */
  Change then(Change next) {
    return new Change(before, next.after, next.link);
  }

  /** Which of an action's columns are written. */
  enum Extent {
    /** All: the log does not know it yet. */
    WHOLE,
    /** All but the key. */
    CHANGING,
    /** Not what the letter is. */
    MOVING,
    /** Nor who holds it. */
    HELD
  }

  Extent extent() {
    if (before == null) {
      return Extent.WHOLE;
    } else if (!before.action().details().equals(after.action().details())) {
      return Extent.CHANGING;
    }
    return Objects.equals(before.action().worker(), after.action().worker())
        ? Extent.HELD
        : Extent.MOVING;
  }
}
