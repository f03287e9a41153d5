package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is true of a log on a server only. */
class PostgresLogTest {
  @TempDir Path folder;
  private LogPlace.OnServer place;

  @BeforeEach
  void makeDatabase() {
    place = (LogPlace.OnServer) Store.POSTGRES.newPlace(folder);
  }

  private ActionLog open(LogPlace where) {
    return ActionLogs.open(where, Clock.systemUTC(), Duration.ofSeconds(2));
  }

  private void assertProblem(LogPlace where, String words) {
    LogUnavailableException problem =
        assertThrows(LogUnavailableException.class, () -> open(where).close());
    assertTrue(problem.problem().toString().contains(words), problem.problem().toString());
    assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
    assertFalse(problem.getMessage().contains("s3cret"), problem.getMessage());
  }

  private LogPlace.OnServer with(String url, String user, String password) {
    return new LogPlace.OnServer(url, Map.of("user", user), password, place.key());
  }

  /** Ends every connection to the database but the one that asks, as a failing network would. */
  private void cut() {
    String database = place.url().substring(place.url().lastIndexOf('/') + 1);
    Postgres.administer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
            + database
            + "'");
  }

  private static ActionKey key(int number) {
    return LogTestBase.writer("c", number);
  }

  @Test
  void aConnectionLostInTheMiddleOfASendStopsItAndNothingIsSentTwice() {
    ActionLog log = open(place);
    log.claim(key(1), LogTestBase.DETAILS, false);
    log.claim(key(2), LogTestBase.DETAILS, false);
    log.intent(key(1), "<1@example.org>", "00");
    cut();
    CompletionException lost =
        assertThrows(
            CompletionException.class,
            () -> log.outcome(key(1), new Outcome(ActionState.SENT, "250 ok")).join());
    assertTrue(lost.getCause().getMessage().contains("ended the connection"));
    LogUnavailableException still =
        assertThrows(
            LogUnavailableException.class, () -> log.intent(key(2), "<2@example.org>", "00"));
    assertTrue(still.getMessage().contains("give the same command again"), still.getMessage());
    log.close();
    try (ActionLog next = open(place)) {
      assertEquals(2, next.recover());
      assertEquals(ActionState.UNKNOWN, next.find(key(1)).orElseThrow().state());
      assertFalse(next.claim(key(1), LogTestBase.DETAILS, true).granted());
      assertTrue(next.claim(key(2), LogTestBase.DETAILS, false).granted());
      assertEquals(List.of(), next.verify().findings());
    }
  }

  @Test
  void readingGoesOnAfterTheServerWasAway() {
    try (ActionLog log = open(place)) {
      log.prepare(key(1), LogTestBase.DETAILS, "00");
      assertEquals(1, log.list(ActionFilter.all()).size());
    }
    try (LogReader reader = ActionLogs.read(place)) {
      assertEquals(1, reader.totals(ActionFilter.all()).size());
      cut();
      int failures = 0;
      for (int i = 0; i < 3; i++) {
        try {
          assertEquals(1, reader.totals(ActionFilter.all()).size());
          failures = 0;
        } catch (LogUnavailableException e) {
          failures++;
        }
      }
      assertEquals(0, failures);
    }
  }

  @Test
  void anotherMachineNeedsTheSameKey() throws Exception {
    String hash;
    try (ActionLog log = open(place)) {
      hash = log.writers().hashAddress("a@example.org");
    }
    Path elsewhere = folder.resolve("elsewhere.key");
    LogPlace other =
        new LogPlace.OnServer(place.url(), place.settings(), place.password(), elsewhere);
    assertProblem(other, "copy it from the one that made the log");
    Files.write(elsewhere, new byte[32]);
    assertProblem(other, "key of another action log");
    Files.copy(place.key(), elsewhere, StandardCopyOption.REPLACE_EXISTING);
    try (ActionLog log = open(other)) {
      assertEquals(hash, log.writers().hashAddress("a@example.org"));
      assertEquals(List.of(), log.warnings());
    }
  }

  @Test
  void aServerThatCannotBeUsedIsNamedInPlainWords() {
    assertProblem(with(place.url() + "x", "postgres", "s3cret"), "no such database");
    assertProblem(with("jdbc:postgresql://127.0.0.1:1/ua", "postgres", "s3cret"), "is not there");
    assertProblem(with(place.url(), "nobody", "s3cret"), "does not let this user in");
  }

  @Test
  void aUserWithoutTheRightToMakeTablesIsTold() {
    String user = place.url().substring(place.url().lastIndexOf('/') + 1) + "reader";
    Postgres.administer("CREATE ROLE " + user + " LOGIN");
    assertProblem(with(place.url(), user, "s3cret"), "may not use");
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAlone() throws Exception {
    try (Connection other = Store.POSTGRES.connect(place);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE recipes (name TEXT)");
    }
    assertProblem(place, "something else");
  }

  @Test
  void aLogOfANewerVersionIsLeftAlone() throws Exception {
    open(place).close();
    try (Connection other = Store.POSTGRES.connect(place);
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE migration SET version = '99' WHERE version = '2'");
    }
    assertProblem(place, "newer version");
  }

  @Test
  void aLogThatIsLockedMeanwhileRefusesTheClaimAndTakesItLater() throws Exception {
    try (ActionLog log = open(place);
        Connection other = Store.POSTGRES.connect(place);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE action IN ACCESS EXCLUSIVE MODE");
      LogUnavailableException locked =
          assertThrows(
              LogUnavailableException.class, () -> log.claim(key(1), LogTestBase.DETAILS, false));
      assertTrue(locked.getMessage().contains("locked"), locked.getMessage());
      other.rollback();
      assertTrue(log.claim(key(1), LogTestBase.DETAILS, false).granted());
    }
  }
}
