package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.urgentaction.campaign.Channel;

class ClaimsTest extends LogTestBase {
  @Test
  void anActionSentIsRememberedWithAllThatProvesIt() {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
    }
    try (ActionLog log = open()) {
      ActionRecord action = log.find(key(log, "president")).orElseThrow();
      assertEquals(ActionState.SENT, action.state());
      assertEquals(NOON, action.at());
      assertEquals("<1@example.org>", action.messageId());
      assertEquals("ab".repeat(32), action.sha256());
      assertEquals("250 ok", action.reply());
      assertEquals(DETAILS, action.details());
      assertEquals(List.of(action), log.findByPrefix(action.id().substring(0, 5)));
      assertEquals(
          List.of(
              new Total(
                  CAMPAIGN,
                  "president",
                  Channel.EMAIL,
                  "ru",
                  "CA",
                  LocalDate.of(2026, 3, 1),
                  ActionState.SENT,
                  1)),
          log.totals(ActionFilter.of(CAMPAIGN)));
      assertEquals(List.of(), log.totals(ActionFilter.of("ua-1-1")));
    }
  }

  @Test
  void anActionIsClaimedOnce() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      assertTrue(first.claim(key(first, "president"), DETAILS, false).granted());
      Claim refused = second.claim(key(second, "president"), DETAILS, false);
      assertFalse(refused.granted());
      assertEquals(ActionState.CLAIMED, refused.action().state());
      assertFalse(first.claim(key(first, "president"), DETAILS, true).granted());
      assertTrue(second.claim(key(second, "minister"), DETAILS, false).granted());
    }
  }

  @Test
  void manyAreClaimedAtOnceAndAnsweredInTheirOrder() {
    try (ActionLog log = open()) {
      send(log, writer("c", 3), ActionState.SENT);
      List<ClaimRequest> requests = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        requests.add(new ClaimRequest(writer("c", i), DETAILS));
      }
      requests.add(new ClaimRequest(writer("c", 7), DETAILS));
      List<Claim> claims = log.claimAll(requests, false);
      assertEquals(1001, claims.size());
      for (int i = 0; i < 1001; i++) {
        assertEquals(requests.get(i).key(), claims.get(i).action().key());
        assertEquals(i != 3 && i != 1000, claims.get(i).granted(), "claim " + i);
      }
      Map<String, Known> known = log.findAll(requests.stream().map(ClaimRequest::key).toList());
      assertEquals(1000, known.size());
      assertEquals(ActionState.SENT, known.get(requests.get(3).key().id()).action().state());
      assertEquals(List.of(), log.claimAll(List.of(), false));
      assertSound(log);
    }
  }

  @Test
  void whatIsGivenBackCanBeTakenByAnotherAndWhatIsBegunStays() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      ActionKey free = key(first, "president");
      ActionKey begun = key(first, "minister");
      ActionKey theirs = key(first, "judge");
      second.claim(theirs, DETAILS, false);
      first.claim(free, DETAILS, false);
      first.claim(begun, DETAILS, false);
      first.intent(begun, "<1@example.org>", "00");
      first.release(List.of(free, begun, theirs, key(first, "nobody")));
      assertNull(first.find(free).orElseThrow().worker());
      assertEquals(ActionState.INTENT, first.find(begun).orElseThrow().state());
      assertFalse(first.claim(theirs, DETAILS, false).granted());
      assertThrows(MoveRefusedException.class, () -> first.intent(free, "<2@example.org>", "00"));
      assertTrue(second.claim(free, DETAILS, false).granted());
      first.outcome(begun, new Outcome(ActionState.SENT, "250 ok")).join();
      assertSound(first);
    }
  }

  @Test
  void aProcessThatLivesKeepsItsClaim() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      first.claim(key(first, "president"), DETAILS, false);
      assertEquals(0, second.recover());
      assertFalse(second.claim(key(second, "president"), DETAILS, false).granted());
      first.intent(key(first, "president"), "<1@example.org>", "00");
    }
  }

  @Test
  void aProcessThatEndsGivesItsClaimBack() {
    try (ActionLog log = open()) {
      log.claim(key(log, "president"), DETAILS, false);
    }
    try (ActionLog log = open()) {
      assertTrue(log.claim(key(log, "president"), DETAILS, false).granted());
      assertSound(log);
    }
  }

  @Test
  void whatAProcessLeftInTheMiddleOfHandingOverIsUnknown() {
    try (ActionLog log = open()) {
      log.claim(key(log, "president"), DETAILS, false);
      log.intent(key(log, "president"), "<1@example.org>", "00");
    }
    try (ActionLog log = open()) {
      assertEquals(1, log.recover());
      assertEquals(ActionState.UNKNOWN, log.find(key(log, "president")).orElseThrow().state());
      assertEquals(0, log.recover());
      assertFalse(log.claim(key(log, "president"), DETAILS, true).granted());
      assertSound(log);
    }
  }

  @Test
  void nobodyHandsOverWhatAnotherHasClaimed() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      ActionKey key = key(first, "president");
      first.claim(key, DETAILS, false);
      assertThrows(MoveRefusedException.class, () -> second.intent(key, "<1@example.org>", "00"));
      CompletionException refused =
          assertThrows(
              CompletionException.class,
              () -> second.outcome(key, new Outcome(ActionState.FAILED, "")).join());
      assertInstanceOf(MoveRefusedException.class, refused.getCause());
      assertEquals(ActionState.CLAIMED, first.find(key).orElseThrow().state());
    }
  }

  @Test
  void whatIsSentCannotBeIntendedAgain() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      send(log, key, ActionState.SENT);
      assertThrows(MoveRefusedException.class, () -> log.intent(key, "<1@example.org>", "00"));
      assertFalse(log.claim(key, DETAILS, true).granted());
    }
  }

  @Test
  void whatWasRefusedIsTriedAgainOnlyWhenAsked() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      send(log, key, ActionState.FAILED);
      assertFalse(log.claim(key, DETAILS, false).granted());
      assertTrue(log.claim(key, DETAILS, true).granted());
    }
  }

  @Test
  void whatWasPutOffIsNotTriedBeforeItsTimeUnlessAsked() {
    Instant later = NOON.plus(Duration.ofMinutes(5));
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      send(log, key, "<1@example.org>", new Outcome(ActionState.DEFERRED, "451 later", later));
    }
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      Claim early = log.claim(key, DETAILS, false);
      assertFalse(early.granted());
      assertEquals(1, early.attempts());
      assertEquals(later, early.notBefore());
      assertEquals(new Known(early.action(), 1, later), log.findAll(List.of(key)).get(key.id()));
      clock.jump(Duration.ofMinutes(5));
      send(log, key, "<1@example.org>", new Outcome(ActionState.DEFERRED, "451 later", later));
      assertEquals(2, log.findAll(List.of(key)).get(key.id()).attempts());
      clock.jump(Duration.ofHours(-2)); // set right: the wait is over when it was to be
      assertFalse(log.claim(key, DETAILS, false).granted());
      assertTrue(log.claim(key, DETAILS, true).granted());
      log.release(List.of(key));
      assertFalse(log.claim(key, DETAILS, false).granted());
      assertSound(log);
    }
  }

  @Test
  void everyStepIsKeptWhileTheClockJumps() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      log.claim(key, DETAILS, false);
      clock.jump(Duration.ofDays(400));
      log.intent(key, "<1@example.org>", "00");
      clock.jump(Duration.ofDays(-800));
      log.outcome(key, new Outcome(ActionState.SENT, "250 ok")).join();
      assertSound(log);
    }
    try (ActionLog log = open()) {
      assertEquals(0, log.recover());
      assertFalse(log.claim(key(log, "president"), DETAILS, false).granted());
    }
  }

  @Test
  void actionsAreListedInTheOrderOfTheirTimesToTheMillisecond() {
    try (ActionLog log = open()) {
      for (int i = 0; i < 4; i++) {
        send(log, writer("c", i), ActionState.SENT);
        clock.jump(Duration.ofMillis(i % 2 == 0 ? 500 : -400));
      }
      List<Instant> times = log.list(ActionFilter.all()).stream().map(ActionRecord::at).toList();
      assertEquals(times.stream().sorted().toList(), times);
      List<ActionRecord> visited = new ArrayList<>();
      log.visit(ActionFilter.in(ActionState.SENT), visited::add);
      assertEquals(log.list(ActionFilter.all()), visited);
    }
  }

  @Test
  void whatTheLogGaveToAnotherIsNotMovedFromMemory() throws Exception {
    try (ActionLog log = open()) {
      ActionKey lost = key(log, "president");
      ActionKey kept = key(log, "ambassador");
      assertTrue(log.claim(lost, DETAILS, false).granted());
      assertTrue(log.claim(kept, DETAILS, false).granted());
      tamper(
          "UPDATE action SET worker = 'another', version = version + 1 WHERE id = '"
              + lost.id()
              + "'");
      assertThrows(MoveRefusedException.class, () -> log.intent(lost, "<1@example.org>", "00"));
      log.intent(kept, "<2@example.org>", "00");
      log.outcome(kept, new Outcome(ActionState.SENT, "250 ok")).join();
      assertEquals(ActionState.CLAIMED, log.find(lost).orElseThrow().state());
      assertEquals(ActionState.SENT, log.find(kept).orElseThrow().state());
    }
  }
}
