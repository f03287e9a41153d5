package org.urgentaction.log;

import static org.urgentaction.log.ActionState.BOUNCED;
import static org.urgentaction.log.ActionState.CLAIMED;
import static org.urgentaction.log.ActionState.DEFERRED;
import static org.urgentaction.log.ActionState.EMAILED;
import static org.urgentaction.log.ActionState.FAILED;
import static org.urgentaction.log.ActionState.FAXED;
import static org.urgentaction.log.ActionState.INTENT;
import static org.urgentaction.log.ActionState.PHONED;
import static org.urgentaction.log.ActionState.POSTED;
import static org.urgentaction.log.ActionState.PREPARED;
import static org.urgentaction.log.ActionState.REHEARSED;
import static org.urgentaction.log.ActionState.SENT;
import static org.urgentaction.log.ActionState.SHARED;
import static org.urgentaction.log.ActionState.UNKNOWN;
import static org.urgentaction.log.Actor.EVIDENCE;
import static org.urgentaction.log.Actor.PERSON;
import static org.urgentaction.log.Actor.PROGRAM;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The moves an action can make, as one table: what is not in it cannot happen. */
public final class Moves {
  /**
   * One line of the table.
   *
   * @param from null for an action that the log does not know yet
   * @param by a person may also make what is the program's move
   */
  public record Move(@Nullable ActionState from, ActionState to, Actor by) {}

  private static final List<Move> TABLE =
      List.of(
          new Move(null, PREPARED, PROGRAM),
          new Move(null, REHEARSED, PROGRAM),
          new Move(null, CLAIMED, PROGRAM),
          new Move(PREPARED, PREPARED, PROGRAM),
          new Move(PREPARED, REHEARSED, PROGRAM),
          new Move(PREPARED, CLAIMED, PROGRAM),
          new Move(REHEARSED, PREPARED, PROGRAM),
          new Move(REHEARSED, REHEARSED, PROGRAM),
          new Move(REHEARSED, CLAIMED, PROGRAM),
          new Move(CLAIMED, INTENT, PROGRAM),
          new Move(CLAIMED, DEFERRED, PROGRAM),
          new Move(CLAIMED, FAILED, PROGRAM),
          new Move(CLAIMED, CLAIMED, PROGRAM), // a dead claim is free again
          new Move(INTENT, SENT, PROGRAM),
          new Move(INTENT, FAILED, PROGRAM),
          new Move(INTENT, DEFERRED, PROGRAM),
          new Move(INTENT, UNKNOWN, PROGRAM),
          new Move(DEFERRED, CLAIMED, PROGRAM),
          new Move(FAILED, CLAIMED, PERSON), // asked again
          new Move(UNKNOWN, SENT, EVIDENCE),
          new Move(UNKNOWN, FAILED, PERSON),
          new Move(UNKNOWN, CLAIMED, PERSON),
          new Move(SENT, BOUNCED, PROGRAM),
          new Move(null, POSTED, PERSON),
          new Move(null, FAXED, PERSON),
          new Move(null, EMAILED, PERSON),
          new Move(null, PHONED, PERSON),
          new Move(null, SHARED, PERSON),
          new Move(PREPARED, POSTED, PERSON),
          new Move(PREPARED, FAXED, PERSON),
          new Move(PREPARED, EMAILED, PERSON),
          new Move(PREPARED, PHONED, PERSON),
          new Move(PREPARED, SHARED, PERSON),
          new Move(REHEARSED, EMAILED, PERSON),
          new Move(DEFERRED, EMAILED, PERSON), // the server would not, the writer's mailbox did
          new Move(FAILED, EMAILED, PERSON));

  private Moves() {}

  /** The table itself, for its documentation and its tests. */
  public static List<Move> table() {
    return TABLE;
  }

  /** Where an action in {@code from} (null: unknown to the log) can go at this actor's word. */
  public static Set<ActionState> from(@Nullable ActionState from, Actor by) {
    Set<ActionState> reachable = EnumSet.noneOf(ActionState.class);
    for (Move move : TABLE) {
      if (move.from() == from && by.covers(move.by())) {
        reachable.add(move.to());
      }
    }
    return reachable;
  }

  public static boolean allowed(@Nullable ActionState from, ActionState to, Actor by) {
    return from(from, by).contains(to);
  }
}
