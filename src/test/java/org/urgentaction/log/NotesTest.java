package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.urgentaction.campaign.Channel;
import org.urgentaction.problem.InvalidInputException;

class NotesTest extends LogTestBase {
  @Test
  void whatMovesTwiceInOneCommitHasARecordOfEachMove() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      ActionDetails other = new ActionDetails("fr", null);
      log.prepareAll(
          List.of(new Preparation(key, DETAILS, "00"), new Preparation(key, other, "11")));
      assertEquals(other, log.find(key).orElseThrow().details());
      assertEquals(2, log.verify().records());
      assertSound(log);
    }
  }

  @Test
  void whatIsUnknownWaitsForAPersonsWord() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      send(log, key, ActionState.UNKNOWN);
      assertFalse(log.claim(key, DETAILS, true).granted());
      assertThrows(InvalidInputException.class, () -> log.resolve(key.id(), ActionState.BOUNCED));
      log.resolve(key.id(), ActionState.CLAIMED);
      assertTrue(log.claim(key, DETAILS, false).granted());
      InvalidInputException notUnknown =
          assertThrows(InvalidInputException.class, () -> log.resolve(key.id(), ActionState.SENT));
      assertTrue(notUnknown.getMessage().contains("is claimed"), notUnknown.getMessage());
      assertThrows(InvalidInputException.class, () -> log.resolve("nosuch", ActionState.SENT));
      assertSound(log);
    }
  }

  @Test
  void whatIsUnknownIsSentOnceItsMessageIsFoundInAMailbox() {
    try (ActionLog log = open()) {
      Outcome lost = new Outcome(ActionState.UNKNOWN, "connection lost");
      send(log, key(log, "president"), "<1@example.org>", lost);
      send(log, key(log, "minister"), "<2@example.org>", lost);
      send(log, key(log, "judge"), "<3@example.org>", new Outcome(ActionState.SENT, "250 ok"));
      List<ActionRecord> found =
          log.resolveFound(List.of("<1@example.org>", "<3@example.org>", "<9@example.org>"));
      assertEquals(1, found.size());
      assertEquals("president", found.get(0).key().target());
      assertEquals(ActionState.SENT, log.find(key(log, "president")).orElseThrow().state());
      assertEquals(ActionState.UNKNOWN, log.find(key(log, "minister")).orElseThrow().state());
      assertEquals(List.of(), log.resolveFound(List.of("<1@example.org>")));
      assertEquals(List.of(), log.resolveFound(List.of()));
      assertSound(log);
    }
  }

  @Test
  void whatComesBackIsNotedWithTheReportsWords() {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), "<1@example.org>", new Outcome(ActionState.SENT, "250"));
      send(log, key(log, "minister"), "<2@example.org>", new Outcome(ActionState.UNKNOWN, "lost"));
      send(log, key(log, "judge"), "<3@example.org>", new Outcome(ActionState.FAILED, "550"));
      ActionRecord bounced = log.bounce("<1@example.org>", "5.1.1 no such user").orElseThrow();
      assertEquals(ActionState.BOUNCED, bounced.state());
      assertEquals("5.1.1 no such user", bounced.reply());
      assertEquals(Optional.of(bounced), log.bounce("<1@example.org>", "again"));
      assertEquals(
          ActionState.BOUNCED, log.bounce("<2@example.org>", "5.2.2 full").orElseThrow().state());
      assertEquals(Optional.empty(), log.bounce("<3@example.org>", "5.0.0"));
      assertEquals(Optional.empty(), log.bounce("<9@example.org>", "5.0.0"));
      assertFalse(log.claim(key(log, "president"), DETAILS, true).granted());
      assertSound(log);
    }
  }

  @Test
  void lettersMadeOrRehearsedGiveWayToWhatIsDone() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      assertEquals(ActionState.PREPARED, log.prepare(key, DETAILS, "00").state());
      assertEquals(ActionState.REHEARSED, log.rehearse(key, DETAILS, "<1@x>", "00").join().state());
      send(log, key, ActionState.SENT);
      assertEquals(ActionState.SENT, log.rehearse(key, DETAILS, "<1@x>", "00").join().state());
      assertEquals(ActionState.SENT, log.prepare(key, DETAILS, "00").state());
      assertEquals("ab".repeat(32), log.find(key).orElseThrow().sha256());
    }
  }

  @Test
  void whatIsDoneByHandIsNotedOnceAndWithItsDay() {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    try (ActionLog log = open()) {
      ActionKey post = key(log, "president", Channel.POST);
      log.prepare(post, DETAILS, "00");
      log.addByHand(post, DETAILS, ActionState.POSTED, yesterday);
      log.addByHand(post, DETAILS, ActionState.POSTED, NOON);
      assertEquals(yesterday, log.find(post).orElseThrow().at());
      ActionKey fromNothing = key(log, "minister", Channel.FAX);
      log.addByHand(fromNothing, DETAILS, ActionState.FAXED, yesterday);
      assertEquals(2, log.list(ActionFilter.all()).size());

      ActionKey email = key(log, "president");
      send(log, email, ActionState.SENT);
      assertThrows(
          InvalidInputException.class,
          () -> log.addByHand(email, DETAILS, ActionState.EMAILED, NOON));
      assertThrows(
          InvalidInputException.class, () -> log.addByHand(email, DETAILS, ActionState.SENT, NOON));
      assertSound(log);
    }
  }
}
