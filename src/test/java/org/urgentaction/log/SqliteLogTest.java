package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Channel;

/** What is true of a log in a file only. */
class SqliteLogTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ActionDetails DETAILS = new ActionDetails("ru", "CA", "the office agreed");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void chooseFile() {
    file = folder.resolve("actions.db");
  }

  private ActionLog open() {
    return ActionLogs.open(file, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private ActionLog open(Duration patience, int pageLimit) {
    return new SqlActionLog(
        new SqliteDatabase(new SqliteFile(file, patience, pageLimit), WriterKey.fileOf(file)),
        Clock.systemUTC());
  }

  private static ActionKey key(ActionLog log, String target, Channel channel) {
    WriterIdentity writer =
        new WriterIdentity("Ángela Núñez", "Angela@Example.org", "K1A", "Ottawa", "CA");
    return new ActionKey("ua-31-22-3", target, channel, log.writers().hash(writer));
  }

  private static ActionKey key(ActionLog log, String target) {
    return key(log, target, Channel.EMAIL);
  }

  /** One action from its claim to the server's word. */
  private static void send(ActionLog log, ActionKey key, ActionState end) {
    assertTrue(log.claim(key, DETAILS, false).granted());
    log.intent(key, "<1@example.org>", "ab".repeat(32));
    log.outcome(key, new Outcome(end, "250 ok")).join();
  }

  @Test
  void theLogHoldsNobodysName() throws Exception {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
    }
    try (var files = Files.walk(folder)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        String text = new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
        assertFalse(text.contains("ngela"), each.toString());
        assertFalse(text.contains("Núñez"), each.toString());
        assertFalse(bytes.toLowerCase(java.util.Locale.ROOT).contains("angela@"), each.toString());
        assertFalse(text.contains("Ottawa"), each.toString());
      }
    }
  }

  @Test
  void aWriterIsTheSameHoweverTheAddressIsTyped() {
    try (ActionLog log = open()) {
      WriterKey writers = log.writers();
      assertEquals(
          writers.hash(new WriterIdentity("A", "José@Example.org ", null, null, null)),
          writers.hash(new WriterIdentity("B", "jose\u0301@example.ORG", "1", "X", "FR")));
      assertNotEquals(
          writers.hash(new WriterIdentity("Ann Lee", null, "1", "Ulm", "DE")),
          writers.hash(new WriterIdentity("Ann Lee", null, "1", "Bern", "CH")));
      assertEquals(
          writers.hash(new WriterIdentity("Ann  Lee", null, null, "Ulm", "DE")),
          writers.hash(new WriterIdentity("ann lee", "", null, "ulm", "de")));
    }
  }

  @Test
  void theKeyIsItsOwnersAloneAndALogWithoutItIsNotUsed() throws Exception {
    Path key = WriterKey.fileOf(file);
    try (ActionLog log = open()) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(key));
      assertEquals(32, Files.size(key));
      assertEquals(List.of(), log.warnings());
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
      assertTrue(log.warnings().get(0).toString().contains("chmod 600"));
    }
    Path kept = Files.move(key, folder.resolve("kept"));
    assertProblem("key of the action log is missing");
    Files.write(key, new byte[32]);
    assertProblem("key of another action log");
    Files.write(key, new byte[5]);
    assertProblem("not the key");
    Files.delete(key);
    Files.move(kept, key);
    open().close();
  }

  private void assertProblem(String words) {
    LogUnavailableException problem =
        assertThrows(LogUnavailableException.class, () -> open().close());
    assertTrue(problem.getMessage().contains(words), problem.getMessage());
    assertFalse(problem.getMessage().contains("\n"), problem.getMessage());
  }

  @Test
  void aLogThatAnotherProgramKeepsLockedIsGivenUpInPlainWords() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      LogUnavailableException locked =
          assertThrows(LogUnavailableException.class, () -> open(Duration.ofMillis(200), 0));
      assertTrue(locked.getMessage().contains("locked"), locked.getMessage());
      assertTrue(locked.getMessage().contains(file.toString()), locked.getMessage());
    }
  }

  @Test
  void aLogThatIsLockedMeanwhileRefusesTheClaim() throws Exception {
    try (ActionLog log = open(Duration.ofMillis(200), 0);
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThrows(
          LogUnavailableException.class, () -> log.claim(key(log, "president"), DETAILS, false));
      statement.execute("ROLLBACK");
      assertTrue(log.claim(key(log, "president"), DETAILS, false).granted());
    }
  }

  @Test
  void aFullDiskRefusesTheClaimAndLeavesASoundLog() {
    open().close();
    try (ActionLog log = open(Duration.ofSeconds(1), 16)) {
      LogUnavailableException full =
          assertThrows(
              LogUnavailableException.class,
              () -> {
                for (int i = 0; i < 1000; i++) {
                  log.prepare(key(log, "target" + i), DETAILS, "00".repeat(32));
                }
              });
      assertTrue(full.getMessage().contains("full"), full.getMessage());
      assertTrue(log.verify().sound(), log.verify().findings().toString());
    }
  }

  @Test
  void aFileThatIsNoLogIsLeftAlone() throws Exception {
    Files.writeString(file, "Dear diary, this is not a database at all.\n".repeat(50));
    byte[] before = Files.readAllBytes(file);
    assertProblem("not an action log");
    assertEquals(-1, java.util.Arrays.mismatch(before, Files.readAllBytes(file)));
    assertFalse(Files.exists(WriterKey.fileOf(file)));
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAlone() throws Exception {
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE recipes (name TEXT)");
    }
    assertProblem("not an action log of ua");
  }

  @Test
  void aLogOfANewerVersionIsLeftAlone() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertProblem("newer version");
  }

  @Test
  void aPlaceWhereNoFileCanBeMadeIsNamed() throws Exception {
    Files.writeString(file, "a file");
    Path below = file.resolve("log.db");
    LogUnavailableException refused =
        assertThrows(
            LogUnavailableException.class, () -> ActionLogs.open(below, Clock.systemUTC()));
    assertTrue(refused.getMessage().contains(below.toString()), refused.getMessage());
    Path aFolder = Files.createDirectory(folder.resolve("folder"));
    LogUnavailableException notAFile =
        assertThrows(
            LogUnavailableException.class, () -> ActionLogs.open(aFolder, Clock.systemUTC()));
    assertTrue(notAFile.getMessage().contains("cannot be opened"), notAFile.getMessage());
  }

  @Test
  void nothingIsLeftBesideAClosedLogButItsKey() throws Exception {
    try (ActionLog log = open()) {
      log.prepare(key(log, "president"), DETAILS, "00");
    }
    try (var files = Files.walk(folder)) {
      assertEquals(
          List.of(file.toString(), WriterKey.fileOf(file).toString()),
          files.filter(Files::isRegularFile).map(Path::toString).sorted().toList());
    }
  }

  @Test
  void aLogOfTheReleasedProgramIsTakenOverAndStillVerifies() throws Exception {
    for (String name : List.of("released.db", "released.db.key")) {
      try (InputStream log = getClass().getResourceAsStream("/log/" + name)) {
        Files.copy(log, folder.resolve(name.replace("released.db", "actions.db")));
      }
    }
    try (ActionLog log = open()) {
      Verification found = log.verify();
      assertEquals(List.of(), found.findings());
      assertEquals(6, found.actions());
      assertEquals(
          "af6527933ffef86de5d0163dc43d73f593df23f74dd7ac599b2b24a846e55f2e", found.fingerprint());
      WriterIdentity writer = new WriterIdentity("A B", "a@example.org", null, null, null);
      ActionKey sent =
          new ActionKey("ua-31-22-3", "president", Channel.EMAIL, log.writers().hash(writer));
      assertFalse(log.claim(sent, DETAILS, false).granted());
      List<Instant> times = log.list(ActionFilter.all()).stream().map(ActionRecord::at).toList();
      assertEquals(times.stream().sorted().toList(), times);
      ActionKey putOff =
          new ActionKey("ua-31-22-3", "ambassador", Channel.EMAIL, log.writers().hash(writer));
      send(log, putOff, ActionState.SENT);
      assertEquals(List.of(), log.verify().findings());
    }
    try (LogReader reader = ActionLogs.read(LogPlace.file(file))) {
      assertEquals(6, reader.totals(ActionFilter.all()).stream().mapToLong(Total::count).sum());
    }
  }

  @Test
  void aTakeoverThatWasCutOffIsTakenUpAgain() throws Exception {
    open().close();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA user_version = 0"); // as after a kill before the last step
    }
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
      assertTrue(log.verify().sound());
    }
  }

  @Test
  void theKeyCanBeKeptElsewhere() throws Exception {
    Path key = folder.resolve("elsewhere").resolve("the.key");
    LogPlace place = new LogPlace.InFile(file, key);
    try (ActionLog log = ActionLogs.open(place, Clock.systemUTC())) {
      log.prepare(key(log, "president"), DETAILS, "00");
    }
    assertEquals(32, Files.size(key));
    assertFalse(Files.exists(WriterKey.fileOf(file)));
    ActionLogs.open(place, Clock.systemUTC()).close();
    assertProblem("key of the action log is missing");
  }
}
