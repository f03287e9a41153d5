package org.urgentaction.log;

import org.jspecify.annotations.Nullable;

/**
 * A move that is not in the table, or on an action that another process has taken: whoever asked
 * must not go on with it.
 */
public final class MoveRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MoveRefusedException(String id, @Nullable ActionState from, ActionState to) {
    super(
        "action "
            + id
            + " is "
            + (from == null ? "not in the log" : from.toString())
            + " and cannot become "
            + to);
  }

  MoveRefusedException(String id, String holder) {
    super("action " + id + " is held by " + holder);
  }
}
