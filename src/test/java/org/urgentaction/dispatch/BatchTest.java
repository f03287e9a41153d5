package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogPlace;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.mail.ScriptedSmtpServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpTimeouts;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

@Timeout(60)
class BatchTest {
  @TempDir Path folder;
  private Path file;
  private ActionLog log;

  @BeforeEach
  void openLog() {
    file = folder.resolve("log.db");
    log = ActionLogs.open(file, Clock.systemUTC());
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  private Summary send(ScriptedSmtpServer server, List<Assignment> letters) {
    return new Run(log, server).send(letters);
  }

  private int count(ActionState state) {
    return log.list(ActionFilter.in(state)).size();
  }

  @Test
  void aSecondRunSendsNothing() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters = Letters.of(log.writers(), 3, "president", "minister");
      Summary first = send(server, letters);
      assertEquals(6, first.sent());
      assertEquals(0, first.exitStatus());
      Summary second = send(server, letters);
      assertEquals(0, second.sent());
      assertEquals(0, second.exitStatus());
      assertEquals(6, second.leftOut().count());
      assertTrue(second.leftOut().groups().get(0).words().startsWith("already sent on "));
      assertEquals(6, server.taken().size());
    }
  }

  @Test
  void theLogProvesTheBytesThatArrived() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      send(server, Letters.of(log.writers(), 1, "president"));
      ActionRecord action = log.list(ActionFilter.all()).get(0);
      String arrived = server.taken().get(0);
      assertEquals(Sha256.of(arrived.getBytes(StandardCharsets.ISO_8859_1)), action.sha256());
      assertTrue(arrived.contains("\r\nMessage-ID: " + action.messageId() + "\r\n"));
      assertEquals("250 taken", action.reply());
    }
  }

  @Test
  void oneBadAddressStopsNobodyAndIsNotTriedAgainUnasked() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (!event.line().contains("minister@")) {
                return null;
              }
              tries.incrementAndGet();
              return "550 5.1.1 no such user";
            })) {
      List<Assignment> letters = new ArrayList<>(Letters.of(log.writers(), 8, "minister"));
      letters.addAll(Letters.of(log.writers(), 8, "president"));
      Summary summary = send(server, letters);
      assertNull(summary.stopped());
      assertEquals(8, summary.sent());
      assertEquals(8, summary.failed());
      assertEquals(1, summary.exitStatus());
      assertEquals(
          "550 5.1.1 no such user", log.list(ActionFilter.in(ActionState.FAILED)).get(0).reply());
      Summary second = send(server, letters);
      assertEquals(8, tries.get());
      assertEquals(1, second.exitStatus());
      new Run(log, server).again().send(letters);
      assertTrue(tries.get() > 8);
    }
  }

  @Test
  void aServerThatRefusesTheSenderStopsTheBatchWhichCanBeTakenUpAgain() throws Exception {
    AtomicReference<String> answer = new AtomicReference<>("550 5.7.1 sender not allowed");
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(event -> event.verb().equals("MAIL") ? answer.get() : null)) {
      List<Assignment> letters = Letters.of(log.writers(), 30, "president");
      Summary summary = send(server, letters);
      assertNotNull(summary.stopped());
      assertTrue(summary.stopped().toString().contains("sender not allowed"));
      assertTrue(summary.stopped().toString().contains("give the same command again"));
      assertEquals(1, summary.exitStatus());
      assertEquals(5, summary.deferred());
      assertEquals(25, summary.untouched());
      answer.set(null);
      assertEquals(0, send(server, letters).exitStatus());
      assertEquals(30, server.taken().size());
    }
  }

  @Test
  void aServerThatRefusesEveryRecipientStopsTheBatch() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> event.verb().equals("RCPT") ? "554 relaying denied" : null)) {
      Summary summary = send(server, Letters.of(log.writers(), 30, "president", "minister"));
      assertNotNull(summary.stopped());
      assertEquals(5, summary.failed(), String.valueOf(summary));
      assertEquals(55, summary.untouched());
    }
  }

  @Test
  void aServerThatIsNotThereStopsTheBatchAtOnce() throws Exception {
    ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
    server.close();
    Summary summary = send(server, Letters.of(log.writers(), 30, "president"));
    assertNotNull(summary.stopped());
    assertTrue(summary.stopped().message().contains("cannot be reached"));
    assertEquals(29, summary.untouched());
    assertEquals(1, count(ActionState.DEFERRED));
  }

  @Test
  void whatIsRefusedForNowIsTakenUpByTheNextRun() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> event.verb().equals("RCPT") && event.message() == 2 ? "450 later" : null)) {
      List<Assignment> letters = Letters.of(log.writers(), 3, "president");
      Summary first = send(server, letters);
      assertEquals(1, first.deferred());
      assertEquals(1, first.exitStatus());
      assertEquals("450 later", log.list(ActionFilter.in(ActionState.DEFERRED)).get(0).reply());
      assertEquals(0, new Run(log, server).again().send(letters).exitStatus());
      assertEquals(3, server.taken().size());
    }
  }

  @Test
  void aLetterWithoutAnAnswerIsUnknownAndTheOthersGoOn() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event ->
                event.verb().equals("DOT") && event.message() == 2
                    ? ScriptedSmtpServer.TAKE_AND_DROP
                    : null)) {
      List<Assignment> letters = Letters.of(log.writers(), 4, "president");
      Summary first = send(server, letters);
      assertEquals(3, first.sent());
      assertEquals(1, first.unknown());
      Summary second = send(server, letters);
      assertEquals(4, server.taken().size());
      assertEquals(1, second.exitStatus());
      LeftOuts.Group doubtful =
          second.leftOut().groups().stream()
              .filter(left -> left.reason() == LeftOut.Reason.UNKNOWN)
              .findFirst()
              .orElseThrow();
      assertTrue(doubtful.words().contains("ua log resolve"), doubtful.words());
    }
  }

  @Test
  void aGateThatClosesDuringTheRunIsObeyed() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters =
          Letters.of(log.writers(), 5, "president").stream()
              .map(
                  letter ->
                      Letters.gated(
                          letter,
                          () ->
                              server.taken().size() < 2
                                  ? Optional.empty()
                                  : Optional.of("the deadline has passed")))
              .toList();
      Summary summary = send(server, letters);
      assertEquals(2, summary.sent());
      assertEquals(3, summary.leftOut().count());
      assertEquals(3, summary.exitStatus());
      assertEquals(2, count(ActionState.SENT));
      assertTrue(
          log.list(ActionFilter.in(ActionState.CLAIMED)).stream()
              .allMatch(a -> a.worker() == null));
    }
  }

  @Test
  void stoppingFinishesTheMessageInHand() throws Exception {
    AtomicReference<Run> running = new AtomicReference<>();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("RCPT") && event.message() == 2) {
                running.get().stop();
              }
              return null;
            })) {
      List<Assignment> letters = Letters.of(log.writers(), 5, "president");
      running.set(new Run(log, server));
      Summary summary = running.get().send(letters);
      assertEquals(2, summary.sent());
      assertEquals(3, summary.untouched());
      assertEquals(1, summary.exitStatus());
      assertEquals(2, count(ActionState.SENT));
      assertEquals(0, send(server, letters).exitStatus());
      assertEquals(5, server.taken().size());
    }
  }

  @Test
  void whatTheLogCannotTakeIsNotSent() throws Exception {
    log.close();
    Duration patience = Duration.ofMillis(300);
    AtomicReference<Connection> other = new AtomicReference<>();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("RCPT") && event.message() == 2) {
                other.set(lock());
              }
              return null;
            })) {
      log = ActionLogs.open(LogPlace.file(file), Clock.systemUTC(), patience);
      List<Assignment> letters = Letters.of(log.writers(), 5, "president");
      Summary summary = send(server, letters);
      assertNotNull(summary.stopped());
      assertTrue(summary.stopped().message().contains("locked"), summary.stopped().message());
      assertEquals(1, summary.sent());
      assertEquals(1, server.taken().size());
      other.get().close();
      log.close();
      log = ActionLogs.open(file, Clock.systemUTC());
      send(server, letters);
      // The first one's outcome may have been waiting for the disk: then it is in doubt.
      assertEquals(5, count(ActionState.SENT) + count(ActionState.UNKNOWN));
      assertEquals(5, server.taken().size());
    }
  }

  private Connection lock() {
    try {
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = 5000");
        statement.execute("BEGIN IMMEDIATE");
      }
      return connection;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLetterThatCannotBeMadeStopsNobodyAndCanBeMadeLater() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters = new ArrayList<>(Letters.of(log.writers(), 3, "president"));
      Assignment good = letters.get(1);
      letters.set(
          1,
          new Assignment(
              good.key(),
              good.details(),
              () -> {
                throw new InvalidInputException(Problem.error("list.csv", 3, 1, "no such word"));
              },
              good.gate()));
      Summary summary = send(server, letters);
      assertEquals(2, summary.sent());
      assertEquals(LeftOut.Reason.UNMADE, summary.leftOut().groups().get(0).reason());
      assertTrue(summary.leftOut().groups().get(0).words().contains("list.csv:3:1"));
      assertEquals(1, summary.exitStatus());
      letters.set(1, good);
      assertEquals(0, send(server, letters).exitStatus());
      assertEquals(3, server.taken().size());
    }
  }

  @Test
  void whatWasDoneByHandOrIsSuppressedIsLeftOut() {
    List<Assignment> letters = new ArrayList<>(Letters.of(log.writers(), 2, "president"));
    log.addByHand(letters.get(0).key(), letters.get(0).details(), ActionState.EMAILED, Letters.DAY);
    String address = log.writers().hashAddress("president@official.example");
    log.suppress(address, "asked for no more");
    letters.set(1, Letters.at(letters.get(1), ZoneOffset.UTC, Set.of(address)));
    SendPlan plan =
        new SendPlanner(Clearance.by(log, false, null, Clock.systemUTC())).plan(letters);
    assertEquals(0, plan.letters());
    assertEquals("already emailed on 2026-03-01", plan.leftOut().groups().get(0).words());
    assertEquals(LeftOut.Reason.SUPPRESSED, plan.leftOut().groups().get(1).reason());
  }

  @Test
  void aTrialGoesToOneselfAndCountsForNothing() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters =
          Letters.of(log.writers(), 2, "president").stream()
              .map(letter -> letter.redirectedTo(MailAddress.of("me", null, "me@example.org")))
              .toList();
      Heard heard = new Heard();
      Clock clock = Clock.systemUTC();
      Clearance clearance = Clearance.ofTrial(clock);
      Summary summary =
          new Batch(
                  new TrialLedger(),
                  () ->
                      new SmtpConnection(server.address(), () -> new char[0], SmtpTimeouts.usual()),
                  clearance,
                  Pace.unlimited(2, clock),
                  heard)
              .run(new SendPlanner(clearance).plan(letters), letters);
      assertEquals(2, summary.sent());
      assertInstanceOf(Delivery.Accepted.class, heard.deliveries.get(0));
      assertTrue(server.commands().contains("RCPT TO:<me@example.org>"));
      assertTrue(String.join(" ", server.taken()).indexOf("president@") < 0);
      assertEquals(List.of(), log.list(ActionFilter.all()));
    }
  }

  @Test
  void aMessageIdTellsTheActionFromOthersAndNothingElse() {
    ActionKey key = new ActionKey("ua-31-22-3", "president", Channel.EMAIL, "ab".repeat(32));
    MailAddress sender = MailAddress.of("from", null, "ann@section.example");
    String id = MessageIds.of(key, sender);
    assertTrue(id.matches("<[0-9a-z]{12}\\.[0-9a-f]{20}@section\\.example>"), id);
    assertTrue(id.startsWith("<" + key.id()), id);
    assertEquals(id, MessageIds.of(key, MailAddress.of("from", "A", "bob@section.example")));
    OutgoingMessage message = Letters.of(log.writers(), 1, "president").get(0).compose().get();
    assertTrue(!message.messageId().equals(id));
  }
}
