package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.LogReader;
import org.urgentaction.log.Store;

/**
 * A list is sent by processes that are killed (SIGKILL) at random moments, each started again,
 * until all is done. Ten letters for each kill; {@code -Dkills=200} makes it a send of 2,000. What
 * is found is added to {@code target/kills.txt}.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class KilledOftenTest {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long SEED = Long.getLong("seed", 31_22);
  private static final int CONNECTIONS = 4;
  private static final List<String> VERBS =
      List.of("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "TEXT", "DOT", "DOT", "DOT");

  private final int writers = 10 * KILLS;
  private final Random random = new Random(SEED);
  private final Map<String, Integer> moments = new TreeMap<>();
  private final Map<Integer, Process> running = new HashMap<>();
  private final Map<Integer, Long> started = new HashMap<>();
  private Set<String> doubtful = Set.of();
  private long typicalStart = 1_500;
  private LogPlace place;
  private LogReader reader;
  private Doors doors;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"SQLITE, 1", "SQLITE, 3", "POSTGRES, 1", "POSTGRES, 3"})
  void nothingIsSentTwiceAndNothingUnlogged(Store store, int processes) throws Exception {
    place = store.newPlace(folder);
    try (Doors opened = new Doors(processes)) {
      doors = opened;
      int kills = 0;
      while (kills < KILLS && open() > 0) {
        if (killOne(processes, KILLS - kills)) {
          kills++;
          look();
        }
      }
      reader.close();
      report(store + ", " + processes, kills, finish(processes));
    } finally {
      for (Process process : running.values()) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  /** How many letters neither were taken nor are in doubt. */
  private int open() {
    Set<String> settled = new HashSet<>(doors.taken().keySet());
    settled.addAll(doubtful);
    return writers - settled.size();
  }

  /** Lets some letters through, and kills one process meanwhile; false where it ended by itself. */
  private boolean killOne(int processes, int killsLeft) throws Exception {
    double share = 2.0 * open() / killsLeft;
    int letters = Math.min(open() - 1, (int) Math.round(random.nextDouble() * share));
    int victim = random.nextInt(processes);
    boolean atAnyTime = random.nextInt(5) < 2;
    String verb = VERBS.get(random.nextInt(VERBS.size()));
    int times = 1 + random.nextInt(Math.max(1, letters / processes));
    Doors.Point point =
        new Doors.Point(
            victim,
            atAnyTime ? "never" : verb,
            verb.equals("CONNECT") || verb.equals("EHLO") ? 1 : times,
            random.nextBoolean(),
            random.nextBoolean());
    doors.watchFor(point);
    doors.allow(letters);
    for (int i = 0; i < processes; i++) {
      if (!running.containsKey(i) || !running.get(i).isAlive()) {
        running.put(i, LiveSend.start(place, doors.url(i), writers, CONNECTIONS));
        started.put(i, System.nanoTime());
      }
    }
    String moment = atAnyTime ? atAnyTime(victim) : atPoint(point, victim);
    LockSupport.parkNanos(random.nextInt(3_000_000));
    Process process = running.get(victim);
    boolean alive = process.isAlive();
    process.destroyForcibly().waitFor();
    doors.died(victim);
    point.killed.countDown();
    if (alive) {
      moments.merge(moment, 1, Integer::sum);
    }
    return alive;
  }

  private long age(int process) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started.get(process));
  }

  /** From the start of the virtual machine to some letters later. */
  private String atAnyTime(int victim) throws InterruptedException {
    boolean young = age(victim) < 100;
    Thread.sleep(random.nextInt((int) (young ? 2 * typicalStart : 200)));
    return young && doors.connections(victim) == 0 ? "before it connects" : "anywhere";
  }

  private String atPoint(Doors.Point point, int victim) throws InterruptedException {
    boolean young = age(victim) < 100;
    int idle = 0;
    while (!point.reached.await(10, TimeUnit.MILLISECONDS)) {
      idle = doors.exhausted() ? idle + 1 : 0;
      if (!running.get(victim).isAlive()) {
        return "ended";
      } else if (doors.connections(victim) > 0 && idle > 10) {
        return "MAIL unanswered";
      }
      assertTrue(age(victim) < 600_000, "the send does not go on, seed " + SEED);
    }
    if (young) {
      typicalStart = (typicalStart + age(victim)) / 2;
    }
    return point.toString();
  }

  /** The log and the server agree at any moment, and what is in doubt stays so. */
  private void look() {
    if (reader == null) {
      reader = ActionLogs.read(place);
    }
    Set<String> before = doors.taken().keySet();
    Map<String, ActionRecord> logged = new HashMap<>();
    reader.visit(ActionFilter.all(), action -> logged.put(messageId(action), action));
    Map<String, Integer> after = doors.taken();
    after.forEach((id, times) -> assertEquals(1, times, id + " was sent twice, seed " + SEED));
    Set<String> unknown = new HashSet<>();
    for (ActionRecord action : logged.values()) {
      if (action.state() == ActionState.SENT) {
        assertTrue(after.containsKey(action.messageId()), "logged and not sent: " + action);
      } else if (action.state() == ActionState.UNKNOWN) {
        unknown.add(action.messageId());
      }
    }
    for (String id : before) {
      ActionRecord action = logged.get(id);
      boolean known =
          action != null
              && Set.of(ActionState.INTENT, ActionState.SENT, ActionState.UNKNOWN)
                  .contains(action.state());
      assertTrue(known, id + " was sent and the log says " + action + ", seed " + SEED);
    }
    assertTrue(unknown.containsAll(doubtful), "a doubtful one was taken up, seed " + SEED);
    doubtful = unknown;
  }

  private static String messageId(ActionRecord action) {
    return action.messageId() == null ? action.id() : action.messageId();
  }

  /** Sends what is left undisturbed; what is in doubt is settled by the mailbox's evidence. */
  private List<Integer> finish(int processes) throws Exception {
    doors.watchFor(null);
    doors.allow(1_000_000);
    List<Process> last = new ArrayList<>(running.values());
    for (int i = 0; i < processes; i++) {
      last.add(LiveSend.start(place, doors.url(i), writers, CONNECTIONS));
    }
    for (Process process : last) {
      assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the send does not end");
    }
    int status = sendAll();
    Map<String, Integer> taken = doors.taken();
    int sent = 0;
    int unknown = 0;
    int arrived = 0;
    try (ActionLog log = ActionLogs.open(place, Clock.systemUTC())) {
      Set<String> logged = new HashSet<>();
      for (ActionRecord action : log.list(ActionFilter.all())) {
        logged.add(action.messageId());
        boolean isSent = action.state() == ActionState.SENT;
        boolean came = taken.containsKey(action.messageId());
        assertTrue(isSent || action.state() == ActionState.UNKNOWN, action.toString());
        assertTrue(came || !isSent, "logged and not sent: " + action);
        sent += isSent ? 1 : 0;
        unknown += isSent ? 0 : 1;
        arrived += !isSent && came ? 1 : 0;
        assertTrue(!isSent || !doubtful.contains(action.messageId()), "was in doubt: " + action);
      }
      assertEquals(writers, logged.size());
      assertTrue(logged.containsAll(taken.keySet()), "something was sent and not logged");
      assertEquals(List.of(), log.verify().findings());
      assertEquals(unknown == 0 ? 0 : 1, status);
      assertEquals(arrived, log.resolveFound(taken.keySet()).size());
      for (ActionRecord action : log.list(ActionFilter.in(ActionState.UNKNOWN))) {
        log.resolve(action.id(), ActionState.CLAIMED);
      }
    }
    int doubles = doubles(taken);
    assertEquals(0, doubles);
    assertEquals(0, sendAll());
    assertEquals(writers, doors.taken().size());
    assertEquals(0, doubles(doors.taken()));
    String errors = Files.readString(place.key().resolveSibling("errors.txt"));
    assertFalse(errors.contains("Exception") || errors.contains("\tat "), errors);
    return List.of(taken.size(), sent, unknown, arrived, doubles);
  }

  private int sendAll() throws Exception {
    Process process = LiveSend.start(place, doors.url(0), writers, CONNECTIONS);
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the send does not end");
    return process.exitValue();
  }

  private static int doubles(Map<String, Integer> taken) {
    return taken.values().stream().mapToInt(times -> times - 1).sum();
  }

  private void report(String cell, int kills, List<Integer> counts) throws IOException {
    assertTrue(kills >= KILLS * 3 / 4, "killed only " + kills + " times");
    assertTrue(counts.get(2) <= kills * CONNECTIONS, counts + " after " + kills + " kills");
    Files.writeString(
        Path.of("target", "kills.txt"),
        "| %s | %d | %d | %d | %d (%d) | %d | seed %d; %s%n"
            .formatted(
                cell,
                kills,
                counts.get(0),
                counts.get(1),
                counts.get(2),
                counts.get(3),
                counts.get(4),
                SEED,
                moments),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
