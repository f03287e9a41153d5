package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Several at once on one list: threads, and processes that are killed. */
class ContentionTest extends LogTestBase {
  private static final int LETTERS = 400;

  private static List<ClaimRequest> requests() {
    List<ClaimRequest> requests = new ArrayList<>();
    for (int i = 0; i < LETTERS; i++) {
      requests.add(new ClaimRequest(writer("c", i), DETAILS));
    }
    return requests;
  }

  /** Works through the whole list as a send would; returns what it took. */
  private static List<ActionKey> work(ActionLog log, long order) {
    List<ClaimRequest> requests = new ArrayList<>(requests());
    Collections.shuffle(requests, new Random(order));
    List<ActionKey> taken = new ArrayList<>();
    for (int from = 0; from < LETTERS; from += 25) {
      for (Claim claim : log.claimAll(requests.subList(from, from + 25), false)) {
        if (claim.granted()) {
          ActionKey key = claim.action().key();
          log.intent(key, "<" + key.id() + "@example.org>", "00");
          log.outcome(key, new Outcome(ActionState.SENT, "250 ok"));
          taken.add(key);
        }
      }
    }
    return taken;
  }

  @Test
  void whatIsAskedOfAClosedLogFailsAtOnce() {
    ActionLog log = open();
    log.close();
    assertThrows(IllegalStateException.class, () -> log.claimAll(requests(), false));
    log.close();
  }

  @Test
  void threadsOfSeveralConnectionsTakeEachLetterOnce() throws Exception {
    try (ActionLog first = open();
        ActionLog second = open()) {
      ExecutorService threads = Executors.newFixedThreadPool(6);
      try {
        List<Future<List<ActionKey>>> working = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
          ActionLog log = i % 2 == 0 ? first : second;
          long order = i;
          working.add(threads.submit(() -> work(log, order)));
        }
        Map<ActionKey, Integer> times = new HashMap<>();
        for (Future<List<ActionKey>> each : working) {
          each.get().forEach(key -> times.merge(key, 1, Integer::sum));
        }
        assertEquals(LETTERS, times.size());
        assertTrue(times.values().stream().allMatch(count -> count == 1));
      } finally {
        threads.shutdownNow();
      }
      first.recover(); // waits for what is still to be written
      second.recover();
      assertEquals(LETTERS, first.list(ActionFilter.in(ActionState.SENT)).size());
      assertSound(first);
    }
  }

  @Test
  void manyOpenANewLogAtOnceAndShareOneKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> opening = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        opening.add(
            threads.submit(
                () -> {
                  try (ActionLog log = ActionLogs.open(place, clock)) {
                    return log.writers().hashAddress("a@example.org");
                  }
                }));
      }
      String first = opening.get(0).get();
      for (Future<String> each : opening) {
        assertEquals(first, each.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatAKilledProcessHadIsFreeOrUnknown() throws Exception {
    open().close();
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < 2; i++) {
        processes.add(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Other.class.getName(),
                    store.name(),
                    place.toString(),
                    place.key().toString(),
                    Integer.toString(i))
                .redirectErrorStream(true)
                .start());
      }
      try (ActionLog log = open()) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (log.list(ActionFilter.in(ActionState.SENT)).size() < 20) {
          assertTrue(System.nanoTime() < deadline, "nothing is sent");
          Thread.sleep(20);
        }
        for (Process process : processes) {
          process.destroyForcibly().waitFor();
        }
        long waiting = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!log.list(ActionFilter.in(ActionState.CLAIMED)).stream()
                .allMatch(action -> action.worker() == null)
            || !log.list(ActionFilter.in(ActionState.INTENT)).isEmpty()) {
          assertTrue(System.nanoTime() < waiting, "dead processes still hold something");
          log.recover(); // a server may take a moment to notice
        }
        int unknown = log.list(ActionFilter.in(ActionState.UNKNOWN)).size();
        int sent = log.list(ActionFilter.in(ActionState.SENT)).size();
        assertTrue(unknown <= 2, unknown + " unknown");
        assertEquals(LETTERS - unknown - sent, work(log, 3).size());
        assertSound(log);
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  /** Another process at the same list. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) {
      Store store = Store.valueOf(arguments[0]);
      Path key = Path.of(arguments[2]);
      LogPlace place =
          store == Store.SQLITE
              ? new LogPlace.InFile(Path.of(arguments[1]), key)
              : new LogPlace.OnServer(arguments[1], Map.of("user", "postgres"), null, key);
      try (ActionLog log = ActionLogs.open(place, Clock.systemUTC())) {
        work(log, Long.parseLong(arguments[3]));
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
