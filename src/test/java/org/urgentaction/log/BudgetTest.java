package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BudgetTest extends LogTestBase {
  private static final RateWindow MINUTE = new RateWindow(5, Duration.ofMinutes(1));
  private static final RateWindow DAY = new RateWindow(12, Duration.ofDays(1));

  /** How many may go now. */
  private static int spend(ActionLog log, String account, List<RateWindow> windows) {
    int spent = 0;
    while (log.reserve(account, windows).isEmpty()) {
      spent++;
      assertTrue(spent < 1000, "there is no end");
    }
    return spent;
  }

  @Test
  void severalQuotasHoldAtOnceAndAreRememberedAcrossRuns() {
    String account;
    try (ActionLog log = open()) {
      account = log.writers().hashAccount("smtp.example.org", "me");
      assertEquals(5, spend(log, account, List.of(MINUTE, DAY)));
      assertEquals(5, spend(log, "another account", List.of(MINUTE, DAY)));
      clock.jump(Duration.ofSeconds(30));
    }
    try (ActionLog log = open()) {
      Instant when = log.reserve(account, List.of(MINUTE, DAY)).orElseThrow();
      assertTrue(!when.isBefore(NOON.plusSeconds(60)), when.toString());
      assertTrue(!when.isAfter(NOON.plusSeconds(62)), when.toString());
      clock.jump(Duration.between(clock.instant(), when));
      assertEquals(5, spend(log, account, List.of(MINUTE, DAY)));
      clock.jump(Duration.ofMinutes(2));
      assertEquals(2, spend(log, account, List.of(MINUTE, DAY)));
      Instant tomorrow = log.reserve(account, List.of(MINUTE, DAY)).orElseThrow();
      assertTrue(!tomorrow.isBefore(NOON.plus(Duration.ofDays(1))), tomorrow.toString());
      assertTrue(tomorrow.isBefore(NOON.plus(Duration.ofDays(1)).plusSeconds(120)));
      clock.jump(Duration.between(clock.instant(), tomorrow));
      assertEquals(5, spend(log, account, List.of(MINUTE, DAY)));
    }
  }

  @Test
  void noWindowIsEverExceededWhereverItBegins() {
    try (ActionLog log = open()) {
      List<Instant> sent = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        if (log.reserve("a", List.of(MINUTE)).isEmpty()) {
          sent.add(clock.instant());
        }
        clock.jump(Duration.ofMillis(1700));
      }
      assertTrue(sent.size() >= 15, "too careful: " + sent.size());
      for (Instant start : sent) {
        long within =
            sent.stream()
                .filter(time -> !time.isBefore(start) && time.isBefore(start.plusSeconds(60)))
                .count();
        assertTrue(within <= 5, within + " in the minute from " + start);
      }
    }
  }

  @Test
  void eightThreadsOnTwoConnectionsStayWithinTheQuota() throws Exception {
    RateWindow quota = new RateWindow(50, Duration.ofHours(1));
    try (ActionLog first = open();
        ActionLog second = open()) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<Integer>> spent = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          ActionLog log = i % 2 == 0 ? first : second;
          spent.add(threads.submit(() -> spend(log, "a", List.of(quota))));
        }
        int sum = 0;
        for (Future<Integer> each : spent) {
          sum += each.get();
        }
        assertEquals(50, sum);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void aClockThatRanAheadAndIsSetRightNeitherFreesNorBlocksForLong() {
    try (ActionLog log = open()) {
      clock.jump(Duration.ofDays(365));
      assertEquals(5, spend(log, "a", List.of(MINUTE)));
      clock.jump(Duration.ofDays(-365));
      Instant when = log.reserve("a", List.of(MINUTE)).orElseThrow();
      assertTrue(when.isAfter(NOON) && !when.isAfter(NOON.plusSeconds(62)), when.toString());
      clock.jump(Duration.between(NOON, when));
      assertEquals(5, spend(log, "a", List.of(MINUTE)));
    }
  }

  @Test
  void whatNoWindowNeedsAnyMoreIsNotKept() throws Exception {
    try (ActionLog log = open()) {
      for (int i = 0; i < 50; i++) {
        assertEquals(Optional.empty(), log.reserve("a", List.of(MINUTE)));
        clock.jump(Duration.ofDays(1));
      }
    }
    try (var connection = store.connect(place);
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM spent")) {
      assertTrue(row.next() && row.getInt(1) < 40, "slots left: " + row.getInt(1));
    }
  }

  @Test
  void aWindowThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RateWindow(0, Duration.ofDays(1)));
    assertThrows(IllegalArgumentException.class, () -> new RateWindow(1, Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> new RateWindow(1, Duration.ofDays(32)));
  }
}
