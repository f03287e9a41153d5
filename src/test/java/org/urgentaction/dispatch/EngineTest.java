package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogPlace;
import org.urgentaction.mail.ScriptedSmtpServer;

/** A run over several connections. */
@Timeout(60)
class EngineTest {
  @TempDir Path folder;
  private ActionLog log;

  @BeforeEach
  void openLog() {
    log = ActionLogs.open(folder.resolve("log.db"), Clock.systemUTC());
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  private int count(ActionState state) {
    return log.list(ActionFilter.in(state)).size();
  }

  @Test
  void everyLetterIsSentOnceOverSeveralConnectionsAtATime() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    Set<Integer> busy = ConcurrentHashMap.newKeySet();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("RCPT")
                  && event.message() > 1
                  && busy.add(event.connection())) {
                three.countDown();
                await(three); // no connection goes on before three are busy
              }
              return null;
            })) {
      List<Assignment> letters = Letters.of(log.writers(), 150, "president", "minister");
      Summary summary = new Run(log, server).over(3).send(letters);
      assertEquals(0, three.getCount(), "three connections were never busy at once");
      assertEquals(300, summary.sent());
      assertEquals(0, summary.exitStatus());
      assertEquals(300, server.taken().size());
      assertEquals(300, new HashSet<>(server.taken()).size());
      assertEquals(300, count(ActionState.SENT));
      assertEquals(List.of(), log.verify().findings());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatLetsNobodyInIsAskedOnce() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("CONNECT")) {
                asked.incrementAndGet();
                return "554 no";
              }
              return null;
            })) {
      Summary summary =
          new Run(log, server).over(4).send(Letters.of(log.writers(), 200, "president"));
      assertEquals(1, asked.get());
      assertNotNull(summary.stopped());
      assertEquals(199, summary.untouched());
      assertEquals(1, summary.exitStatus());
    }
  }

  @Test
  void aServerThatAllowsTwoConnectionsGetsTwoAndLosesNothing() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event ->
                event.verb().equals("CONNECT") && event.connection() > 2
                    ? "421 4.7.0 too many connections"
                    : null)) {
      Summary summary =
          new Run(log, server).over(4).send(Letters.of(log.writers(), 200, "president"));
      assertNull(summary.stopped());
      assertEquals(200, summary.sent());
      assertEquals(200, server.taken().size());
    }
  }

  @Test
  void aConnectionThatIsEndedWith421IsOpenedAgainAndItsLetterGoes() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event ->
                event.verb().equals("RCPT") && asked.incrementAndGet() % 10 == 0
                    ? "421 4.3.2 going down"
                    : null)) {
      Summary summary =
          new Run(log, server).over(2).send(Letters.of(log.writers(), 60, "president"));
      assertTrue(asked.get() >= 66, "asked " + asked.get());
      assertEquals(60, summary.sent());
      assertEquals(60, server.taken().size());
      assertEquals(0, summary.exitStatus());
    }
  }

  @Test
  void refusalsInARowAreCountedOverAllConnections() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> event.verb().equals("MAIL") ? "550 5.7.1 sender not allowed" : null)) {
      Summary summary =
          new Run(log, server).over(4).send(Letters.of(log.writers(), 100, "president"));
      assertNotNull(summary.stopped());
      assertTrue(summary.stopped().toString().contains("sender not allowed"));
      assertTrue(summary.deferred() >= 5 && summary.deferred() <= 8, summary.toString());
      assertEquals(100, summary.deferred() + summary.untouched());
    }
  }

  @Test
  void stoppingFinishesTheMessagesInHandAndGivesBackWhatWasTakenAhead() throws Exception {
    AtomicReference<Run> running = new AtomicReference<>();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("DOT") && event.message() >= 10) {
                running.get().stop();
              }
              return null;
            })) {
      List<Assignment> letters = Letters.of(log.writers(), 200, "president");
      running.set(new Run(log, server).over(3));
      Summary summary = running.get().send(letters);
      assertEquals(server.taken().size(), summary.sent());
      assertTrue(summary.sent() >= 8 && summary.sent() < 20, summary.toString());
      assertEquals(200 - summary.sent(), summary.untouched());
      assertEquals(1, summary.exitStatus());
      assertEquals(0, count(ActionState.INTENT));
      for (ActionRecord claimed : log.list(ActionFilter.in(ActionState.CLAIMED))) {
        assertNull(claimed.worker(), claimed.toString());
      }
      assertEquals(0, new Run(log, server).over(3).send(letters).exitStatus());
      assertEquals(200, server.taken().size());
    }
  }

  @Test
  void aWriterWhoStandsInTheListTwiceWritesOnceAndThatIsSaid() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters = new ArrayList<>(Letters.of(log.writers(), 3, "president"));
      letters.addAll(Letters.of(log.writers(), 2, "president"));
      Run run = new Run(log, server).over(2);
      Summary summary = run.send(letters);
      assertEquals(3, run.plan().letters());
      assertEquals(2, run.plan().leftOut().count(LeftOut.Reason.DUPLICATE));
      assertEquals(3, summary.sent());
      assertEquals(0, summary.exitStatus());
      assertEquals(3, server.taken().size());
      assertEquals(List.of(), run.heard.leftOut);
    }
  }

  @Test
  void aLogThatIsLockedStopsAllConnectionsBeforeTheirFinalDot() throws Exception {
    log.close();
    Path file = folder.resolve("log.db");
    AtomicReference<Connection> other = new AtomicReference<>();
    AtomicBoolean locked = new AtomicBoolean();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("RCPT") && event.message() >= 30 && !locked.getAndSet(true)) {
                other.set(lock(file));
              }
              return null;
            })) {
      log = ActionLogs.open(LogPlace.file(file), Clock.systemUTC(), Duration.ofMillis(300));
      List<Assignment> letters = Letters.of(log.writers(), 100, "president");
      Summary summary = new Run(log, server).over(3).send(letters);
      assertNotNull(summary.stopped());
      assertTrue(summary.stopped().message().contains("locked"), summary.stopped().message());
      assertTrue(server.taken().size() < 100, "sent " + server.taken().size());
      other.get().close();
      log.close();
      openLog();
      new Run(log, server).over(3).send(letters);
      assertEquals(100, count(ActionState.SENT) + count(ActionState.UNKNOWN));
      assertTrue(count(ActionState.UNKNOWN) <= 3); // outcomes that were waiting for the disk
      assertEquals(100, server.taken().size());
    }
  }

  private static Connection lock(Path file) {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 5000");
        statement.execute("BEGIN IMMEDIATE");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
