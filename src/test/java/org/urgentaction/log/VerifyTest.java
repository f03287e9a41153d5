package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyTest extends LogTestBase {
  @Test
  void aSoundLogIsFoundSound() {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
      send(log, key(log, "minister"), ActionState.FAILED);
      Verification found = log.verify();
      assertEquals(List.of(), found.findings());
      assertEquals(2, found.actions());
      assertEquals(4, found.records());
      send(log, key(log, "ambassador"), ActionState.SENT);
      assertNotEquals(found.fingerprint(), log.verify().fingerprint());
    }
  }

  @Test
  void everyTamperingIsFound() throws Exception {
    String[] tamperings = {
      "UPDATE record SET content = replace(content, '6:250 ok', '6:250 no') WHERE number = 2",
      "UPDATE record SET content = replace(content, '2026-03-01', '2020-01-01') WHERE number = 2",
      "UPDATE record SET content = replace(content, 'program', 'a human') WHERE number = 2",
      "UPDATE record SET content = content || '1:x,' WHERE number = 2",
      "UPDATE record SET content = substr(content, 1, 100) WHERE number = 2",
      "UPDATE record SET content = replace(content, '-,', '1:x,') WHERE number = 2",
      "UPDATE record SET content = '99999999999999999999:x,' WHERE number = 2",
      "UPDATE record SET content = '' WHERE number = 2",
      "UPDATE record SET version = version + 5 WHERE number = 2",
      "UPDATE record SET action = 'abcdefghjkmn' WHERE number = 2",
      "UPDATE record SET seal = upper(seal) WHERE number = 1",
      "DELETE FROM record WHERE number = 2",
      "DELETE FROM record WHERE number = 4",
      "UPDATE record SET number = number + 1 WHERE number = 4",
      "UPDATE action SET state = 'failed' WHERE target = 'president'",
      "UPDATE action SET state = 'claimed', version = version + 1 WHERE target = 'president'",
      "UPDATE action SET sha256 = 'cd' WHERE target = 'president'",
      "UPDATE action SET writer = 'somebody' WHERE target = 'president'",
      "DELETE FROM action WHERE target = 'minister'",
      "DELETE FROM chain",
      "UPDATE chain SET length = length - 1",
      "INSERT INTO blank SELECT chain, 5, 5, seal, 'x' FROM record WHERE number = 4",
    };
    for (String tampering : tamperings) {
      place = store.newPlace(Files.createTempDirectory(folder, "log"));
      try (ActionLog log = open()) {
        send(log, key(log, "president"), ActionState.SENT);
        send(log, key(log, "minister"), ActionState.SENT);
        assertSound(log);
      }
      tamper(tampering);
      try (ActionLog log = open()) {
        assertFalse(log.verify().sound(), tampering);
      }
    }
  }

  @Test
  void removingTheEndOfAChainWithItsActionIsFound() throws Exception {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
      send(log, key(log, "minister"), ActionState.SENT);
    }
    tamper("DELETE FROM record WHERE number > 2");
    tamper("DELETE FROM action WHERE target = 'minister'");
    try (ActionLog log = open()) {
      assertFalse(log.verify().sound());
    }
  }

  @Test
  void puttingARecordAsideAsForgottenIsFound() throws Exception {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
      send(log, key(log, "minister"), ActionState.SENT);
    }
    tamper("INSERT INTO blank SELECT chain, 3, 4, seal, 'nothing' FROM record WHERE number = 4");
    tamper("DELETE FROM record WHERE number > 2");
    tamper("DELETE FROM action WHERE target = 'minister'");
    try (ActionLog log = open()) {
      assertEquals(
          List.of("records were blanked that no forgetting took away"), log.verify().findings());
    }
  }

  @Test
  void whatTheProgramMeansToDoIsNoRecordAndWhatAPersonAsksForIs() {
    try (ActionLog log = open()) {
      ActionKey key = key(log, "president");
      assertTrue(log.claim(key, DETAILS, false).granted());
      assertEquals(0, log.verify().records());
      assertSound(log);
      log.intent(key, "<1@example.org>", "ab".repeat(32));
      log.outcome(key, new Outcome(ActionState.FAILED, "550 no")).join();
      assertTrue(log.claim(key, DETAILS, true).granted());
      assertEquals(3, log.verify().records());
      assertSound(log);
    }
  }

  @Test
  void aLetterMadeToLookAsIfItWereStillToBeSentIsFound() throws Exception {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
    }
    tamper("UPDATE action SET state = 'claimed', worker = NULL, version = version + 1");
    try (ActionLog log = open()) {
      assertEquals(1, log.verify().findings().size());
    }
    tamper("DELETE FROM record WHERE number = 2");
    tamper("UPDATE chain SET length = 1, seal = (SELECT seal FROM record)");
    try (ActionLog log = open()) {
      assertFalse(log.verify().sound());
    }
  }
}
