package org.urgentaction.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Channel;
import org.urgentaction.problem.InvalidInputException;

class SqliteActionLogTest {
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

  private void tamper(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0, "nothing was changed by: " + sql);
    }
  }

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
          new Total(
              "ua-31-22-3",
              "president",
              Channel.EMAIL,
              "ru",
              "CA",
              LocalDate.of(2026, 3, 1),
              ActionState.SENT,
              1),
          log.totals(ActionFilter.of("ua-31-22-3")).get(0));
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
      assertTrue(log.verify().sound(), log.verify().findings().toString());
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
      assertTrue(refused.getCause() instanceof MoveRefusedException);
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
      assertTrue(log.verify().sound(), log.verify().findings().toString());
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
    }
  }

  @Test
  void aSoundLogIsFoundSound() {
    try (ActionLog log = open()) {
      send(log, key(log, "president"), ActionState.SENT);
      send(log, key(log, "minister"), ActionState.FAILED);
      Verification found = log.verify();
      assertEquals(List.of(), found.findings());
      assertEquals(2, found.actions());
      assertEquals(6, found.records());
      send(log, key(log, "ambassador"), ActionState.SENT);
      assertNotEquals(found.fingerprint(), log.verify().fingerprint());
    }
  }

  @Test
  void everyTamperingIsFound() throws Exception {
    String[] tamperings = {
      "UPDATE record SET reply = '250 fine' WHERE number = 3",
      "UPDATE record SET at = '2020-01-01T00:00:00Z' WHERE number = 2",
      "UPDATE record SET seal = upper(seal) WHERE number = 1",
      "DELETE FROM record WHERE number = 2",
      "DELETE FROM record WHERE number = 6",
      "UPDATE record SET number = CASE number WHEN 5 THEN 60 ELSE 50 END WHERE number IN (5, 6)",
      "UPDATE action SET state = 'failed' WHERE target = 'president'",
      "UPDATE action SET sha256 = 'cd' WHERE target = 'president'",
      "UPDATE action SET writer = 'somebody' WHERE target = 'president'",
      "DELETE FROM action WHERE target = 'minister'",
      "DELETE FROM chain",
      "UPDATE chain SET length = length - 1",
    };
    for (String tampering : tamperings) {
      file = folder.resolve("log" + tampering.hashCode());
      try (ActionLog log = open()) {
        send(log, key(log, "president"), ActionState.SENT);
        send(log, key(log, "minister"), ActionState.SENT);
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
    tamper("DELETE FROM record WHERE number > 3");
    tamper("DELETE FROM action WHERE target = 'minister'");
    try (ActionLog log = open()) {
      assertFalse(log.verify().sound());
    }
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
}
