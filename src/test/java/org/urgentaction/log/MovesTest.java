package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovesTest {
  @Test
  void nothingLeadsBackFromWhatIsDoneToWhatIsSent() {
    for (ActionState state : ActionState.values()) {
      if (state.done() || state == ActionState.BOUNCED) {
        assertFalse(Moves.allowed(state, ActionState.CLAIMED, Actor.PERSON), state.toString());
      }
    }
  }

  @Test
  void onlyAnIntentBecomesSentUnlessAPersonSaysSo() {
    for (ActionState state : ActionState.values()) {
      assertEquals(
          state == ActionState.INTENT,
          Moves.allowed(state, ActionState.SENT, Actor.PROGRAM),
          state.toString());
      assertEquals(
          state == ActionState.INTENT || state == ActionState.UNKNOWN,
          Moves.allowed(state, ActionState.SENT, Actor.PERSON),
          state.toString());
    }
    assertFalse(Moves.allowed(null, ActionState.SENT, Actor.PERSON));
  }

  @Test
  void onlyAClaimBecomesAnIntent() {
    for (ActionState state : ActionState.values()) {
      assertEquals(
          state == ActionState.CLAIMED,
          Moves.allowed(state, ActionState.INTENT, Actor.PERSON),
          state.toString());
    }
  }

  @Test
  void whatIsUnknownStaysSoWithoutEvidenceOrAPersonsWord() {
    assertEquals(Set.of(), Moves.from(ActionState.UNKNOWN, Actor.PROGRAM));
    assertEquals(EnumSet.of(ActionState.SENT), Moves.from(ActionState.UNKNOWN, Actor.EVIDENCE));
    assertEquals(
        EnumSet.of(ActionState.SENT, ActionState.FAILED, ActionState.CLAIMED),
        Moves.from(ActionState.UNKNOWN, Actor.PERSON));
  }

  @Test
  void whatWasRefusedForGoodIsNotTriedAgainUnasked() {
    assertFalse(Moves.allowed(ActionState.FAILED, ActionState.CLAIMED, Actor.PROGRAM));
    assertTrue(Moves.allowed(ActionState.FAILED, ActionState.CLAIMED, Actor.PERSON));
  }

  @Test
  void everyStateCanBeReachedAndNoLineStandsTwice() {
    Set<ActionState> reached = EnumSet.noneOf(ActionState.class);
    Moves.table().forEach(move -> reached.add(move.to()));
    assertEquals(EnumSet.allOf(ActionState.class), reached);
    assertEquals(Moves.table().size(), new HashSet<>(Moves.table()).size());
  }
}
