package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForgetTest extends LogTestBase {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  /** Ten actions of campaign c and two of campaign d, a week apart from what comes after. */
  private void fill() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      for (int i = 0; i < 10; i++) {
        send(i % 3 == 0 ? second : first, writer("c", i), ActionState.SENT);
      }
      send(first, writer("d", 1), ActionState.FAILED);
      send(second, writer("d", 2), ActionState.UNKNOWN);
    }
    clock.jump(Duration.ofDays(7));
  }

  @Test
  void whatIsOldIsForgottenAndItsTotalsStay() {
    fill();
    try (ActionLog log = open()) {
      send(log, writer("c", 20), ActionState.SENT);
      List<Total> totals = log.totals(ActionFilter.all());
      assertEquals(new Forgotten(11, 22), log.forget(TODAY.plusDays(1), Set.of()));
      assertEquals(totals, log.totals(ActionFilter.all()));
      assertEquals(
          List.of(writer("d", 2), writer("c", 20)),
          log.list(ActionFilter.all()).stream().map(ActionRecord::key).toList());
      assertEquals(List.of(), log.verify().findings());
      assertEquals(new Forgotten(0, 0), log.forget(TODAY.plusDays(1), Set.of()));
      send(log, writer("c", 21), ActionState.SENT);
      clock.jump(Duration.ofDays(30));
      assertEquals(new Forgotten(2, 4), log.forget(TODAY.plusDays(30), Set.of()));
      assertEquals(12, log.totals(ActionFilter.of("c")).stream().mapToLong(Total::count).sum());
      assertEquals(List.of(), log.verify().findings());
    }
    try (ActionLog log = open()) {
      send(log, writer("c", 22), ActionState.SENT);
      assertEquals(List.of(), log.verify().findings());
    }
  }

  @Test
  void campaignsThatAreKeptAndActionsOfTheDayItselfStay() {
    fill();
    try (ActionLog log = open()) {
      assertEquals(new Forgotten(0, 0), log.forget(TODAY, Set.of()));
      assertEquals(new Forgotten(1, 2), log.forget(TODAY.plusDays(1), Set.of("c", "e")));
      assertEquals(10, log.list(ActionFilter.of("c")).size());
      assertFalse(log.claim(writer("c", 1), DETAILS, true).granted());
    }
  }

  @Test
  void whatAProcessHoldsIsNotForgotten() {
    try (ActionLog first = open();
        ActionLog second = open()) {
      first.claim(writer("c", 1), DETAILS, false);
      clock.jump(Duration.ofDays(30));
      assertEquals(new Forgotten(0, 0), second.forget(TODAY.plusDays(20), Set.of()));
      first.intent(writer("c", 1), "<1@example.org>", "00");
      assertEquals(new Forgotten(0, 0), second.forget(TODAY.plusDays(60), Set.of()));
      first.outcome(writer("c", 1), new Outcome(ActionState.SENT, "250 ok")).join();
    }
  }

  @Test
  void nothingOfAWriterIsLeft() throws Exception {
    fill();
    try (ActionLog log = open()) {
      send(log, writer("e", 0xabcdef), ActionState.SENT);
      clock.jump(Duration.ofDays(7));
      log.forget(TODAY.plusDays(60), Set.of());
    }
    String hash = writer("e", 0xabcdef).writer();
    String id = writer("e", 0xabcdef).id();
    List<String> tables =
        List.of(
            "action",
            "record",
            "retry",
            "chain",
            "forgetting",
            "blank",
            "forgotten",
            "control",
            "spent",
            "input",
            "suppression",
            "reply",
            "meta");
    try (Connection connection = store.connect(place);
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
          while (row.next()) {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              String value = String.valueOf(row.getString(i));
              assertFalse(value.contains(hash) || value.contains(id), table + ": " + value);
            }
          }
        }
      }
    }
  }

  @Test
  void tamperingWithWhatAForgettingLeftIsFound() throws Exception {
    List<String> tamperings =
        new ArrayList<>(
            List.of(
                "UPDATE forgotten SET actions = actions + 1 WHERE campaign = 'c'",
                "UPDATE forgotten SET state = 'failed' WHERE campaign = 'c'",
                "DELETE FROM forgotten WHERE campaign = 'd'",
                "DELETE FROM forgetting",
                "UPDATE forgetting SET actions = 5",
                "UPDATE forgetting SET before = '2020-01-01'",
                "UPDATE forgetting SET digest = upper(digest)",
                "UPDATE blank SET through = through + 1",
                "UPDATE blank SET seal = 'x'",
                "DELETE FROM blank",
                "DELETE FROM record"));
    for (String tampering : tamperings) {
      place = store.newPlace(Files.createTempDirectory(folder, "log"));
      fill();
      try (ActionLog log = open()) {
        assertTrue(log.forget(TODAY.plusDays(1), Set.of()).actions() > 0);
        assertSound(log);
      }
      tamper(tampering);
      try (ActionLog log = open()) {
        assertFalse(log.verify().sound(), tampering);
      }
      clock.jump(Duration.ofDays(-7));
    }
  }
}
