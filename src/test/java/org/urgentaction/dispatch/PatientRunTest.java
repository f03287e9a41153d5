package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.Known;
import org.urgentaction.log.RateWindow;
import org.urgentaction.mail.ScriptedSmtpServer;

/** What is put off and what is limited, by a clock that passes only while a run waits. */
@Timeout(60)
class PatientRunTest {
  private final SetClock clock = new SetClock("2026-03-02T09:00:00Z");

  @TempDir Path folder;
  private ActionLog log;

  @BeforeEach
  void openLog() {
    log = ActionLogs.open(folder.resolve("log.db"), clock);
  }

  @AfterEach
  void closeLog() {
    log.close();
  }

  private Run run(ScriptedSmtpServer server) {
    return new Run(log, server).by(clock);
  }

  /** Refuses the first so many attempts for now. */
  private static ScriptedSmtpServer greylisting(AtomicInteger refusals) throws Exception {
    return new ScriptedSmtpServer(
        event ->
            event.verb().equals("RCPT") && refusals.getAndDecrement() > 0
                ? "450 4.2.0 greylisted"
                : null);
  }

  private Known known(Assignment letter) {
    return log.findAll(List.of(letter.key())).get(letter.key().id());
  }

  @Test
  void whatIsPutOffWaitsLongerEachTimeOverRunsAndThePlanSaysUntilWhen() throws Exception {
    AtomicInteger refusals = new AtomicInteger(8);
    try (ScriptedSmtpServer server = greylisting(refusals)) {
      List<Assignment> letters = Letters.of(log.writers(), 1, "president");
      Duration most = Duration.ofMinutes(5);
      for (int attempt = 1; attempt <= 8; attempt++) {
        Summary summary = run(server).send(letters);
        assertEquals(1, summary.deferred());
        assertEquals(1, summary.exitStatus());
        Known known = known(letters.get(0));
        assertEquals(attempt, known.attempts());
        Instant notBefore = known.notBefore();
        assertNotNull(notBefore);
        assertEquals(Optional.of(notBefore), summary.nextTry());
        Duration wait = Duration.between(clock.instant(), notBefore);
        assertTrue(
            wait.compareTo(Duration.ofSeconds(59)) > 0 && wait.compareTo(most) <= 0,
            wait + " of " + most);
        Run early = run(server);
        assertEquals(1, early.send(letters).exitStatus());
        assertEquals(0, early.plan().letters());
        LeftOuts.Group put = early.plan().leftOut().groups().get(0);
        assertEquals(LeftOut.Reason.WAITING, put.reason());
        assertEquals("put off (450 4.2.0 greylisted)", put.words());
        assertEquals(notBefore, put.until());
        clock.pass(wait);
        most =
            most.multipliedBy(2).compareTo(Duration.ofHours(4)) < 0
                ? most.multipliedBy(2)
                : Duration.ofHours(4);
      }
      assertEquals(0, run(server).send(letters).exitStatus());
      assertEquals(1, server.taken().size());
    }
  }

  @Test
  void againDoesNotWaitForWhatWasPutOff() throws Exception {
    try (ScriptedSmtpServer server = greylisting(new AtomicInteger(1))) {
      List<Assignment> letters = Letters.of(log.writers(), 1, "president");
      assertEquals(1, run(server).send(letters).deferred());
      assertEquals(1, run(server).again().send(letters).sent());
    }
  }

  @Test
  void aRunThatWaitsSendsInTheEndWhatWasPutOff() throws Exception {
    try (ScriptedSmtpServer server = greylisting(new AtomicInteger(7))) {
      Run run = run(server).patient();
      Summary summary = run.send(Letters.of(log.writers(), 5, "president"));
      assertEquals(0, summary.exitStatus(), summary.toString());
      assertEquals(5, summary.sent());
      assertEquals(0, summary.deferred());
      assertEquals(5, server.taken().size());
      assertTrue(run.heard.waiting.get(0).startsWith("the rest was put off until 2026-03-02"));
    }
  }

  @Test
  void aRunThatWaitsEndsWhereTheDeadlinePasses() throws Exception {
    Instant deadline = Instant.parse("2026-03-02T09:00:30Z");
    try (ScriptedSmtpServer server = greylisting(new AtomicInteger(1000))) {
      List<Assignment> letters =
          Letters.of(log.writers(), 3, "president").stream()
              .map(
                  letter ->
                      Letters.gated(
                          letter,
                          () ->
                              clock.instant().isBefore(deadline)
                                  ? Optional.empty()
                                  : Optional.of("its deadline was 1 March")))
              .toList();
      Summary summary = run(server).patient().send(letters);
      assertEquals(0, summary.sent());
      assertEquals(3, summary.leftOut().count(LeftOut.Reason.GATE));
      assertEquals(3, summary.exitStatus());
    }
  }

  private Run limited(ScriptedSmtpServer server, RateWindow... windows) {
    return run(server).within(() -> log.reserve("account", List.of(windows)));
  }

  @Test
  void allLimitsHoldAtOnceAndAreRememberedAcrossRuns() throws Exception {
    RateWindow minute = new RateWindow(10, Duration.ofMinutes(1));
    RateWindow day = new RateWindow(25, Duration.ofDays(1));
    List<Instant> arrivals = new ArrayList<>();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("DOT")) {
                synchronized (arrivals) {
                  arrivals.add(clock.instant());
                }
              }
              return null;
            })) {
      List<Assignment> letters = Letters.of(log.writers(), 40, "president");
      Run first = limited(server, minute, day);
      Summary summary = first.send(letters);
      assertEquals(25, summary.sent());
      assertEquals(15, summary.untouched());
      assertNotNull(summary.stopped());
      assertTrue(summary.stopped().toString().contains("--wait"), summary.stopped().toString());
      assertEquals(1, summary.exitStatus());
      assertTrue(first.heard.waiting.get(0).startsWith("limit reached until 2026-03-02 09:0"));
      assertEquals(0, limited(server, minute, day).send(letters).sent());
      assertEquals(0, limited(server, minute, day).patient().send(letters).exitStatus());
      assertEquals(40, server.taken().size());
    }
    for (Instant arrival : arrivals) {
      assertTrue(within(arrivals, arrival, minute.period()) <= 10, arrivals.toString());
      assertTrue(within(arrivals, arrival, day.period()) <= 25, arrivals.toString());
    }
  }

  @Test
  void aLimitHoldsOverAllConnections() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      Summary summary =
          limited(server, new RateWindow(25, Duration.ofDays(1)))
              .over(3)
              .send(Letters.of(log.writers(), 40, "president"));
      assertEquals(25, summary.sent());
      assertEquals(25, server.taken().size());
      assertEquals(15, summary.untouched());
    }
  }

  private static long within(List<Instant> arrivals, Instant from, Duration period) {
    return arrivals.stream()
        .filter(each -> !each.isBefore(from) && each.isBefore(from.plus(period)))
        .count();
  }

  @Test
  void theDeadlineIsAskedForWhileALimitIsWaitedFor() throws Exception {
    Instant deadline = Instant.parse("2026-03-03T00:00:00Z");
    RateWindow day = new RateWindow(2, Duration.ofDays(1));
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters =
          Letters.of(log.writers(), 5, "president").stream()
              .map(
                  letter ->
                      Letters.gated(
                          letter,
                          () ->
                              clock.instant().isBefore(deadline)
                                  ? Optional.empty()
                                  : Optional.of("its deadline was 2 March")))
              .toList();
      Summary summary = limited(server, day).patient().send(letters);
      assertEquals(2, summary.sent());
      assertEquals(3, summary.leftOut().count(LeftOut.Reason.GATE));
      assertEquals(3, summary.exitStatus());
      assertEquals(2, server.taken().size());
    }
  }

  @Test
  void mailGoesInTheHoursOfTheOfficialsOwnClock() throws Exception {
    List<String> arrivals = new ArrayList<>();
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("RCPT")) {
                synchronized (arrivals) {
                  arrivals.add(event.line() + " " + clock.instant());
                }
              }
              return null;
            })) {
      List<Assignment> letters =
          List.of(
              Letters.at(
                  Letters.of(log.writers(), 1, "here").get(0),
                  ZoneId.of("Europe/Berlin"),
                  Set.of()),
              Letters.at(
                  Letters.of(log.writers(), 1, "west").get(0),
                  ZoneId.of("America/Toronto"),
                  Set.of()),
              Letters.at(
                  Letters.of(log.writers(), 1, "east").get(0), ZoneId.of("Asia/Tokyo"), Set.of()));
      Run now = run(server).within(SendingHours.parse("8-18"));
      Summary summary = now.send(letters);
      assertEquals(1, now.plan().letters());
      assertEquals(1, summary.sent());
      assertEquals(2, summary.leftOut().count(LeftOut.Reason.WAITING));
      assertEquals(Optional.of(Instant.parse("2026-03-02T13:00:00Z")), summary.nextTry());
      assertEquals(1, summary.exitStatus());
      assertEquals(
          0, run(server).within(SendingHours.parse("8-18")).patient().send(letters).exitStatus());
      assertEquals(
          List.of(
              "RCPT TO:<here@official.example> 2026-03-02T09:00:00Z",
              "RCPT TO:<west@official.example> 2026-03-02T13:00:00Z",
              "RCPT TO:<east@official.example> 2026-03-02T23:00:00Z"),
          arrivals);
    }
  }

  @Test
  void aMessageThatHasWaitedLongBearsTheDateOfItsSending() throws Exception {
    RateWindow day = new RateWindow(1, Duration.ofDays(1));
    AtomicInteger made = new AtomicInteger();
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      List<Assignment> letters =
          Letters.of(log.writers(), 2, "president").stream()
              .map(
                  letter ->
                      new Assignment(
                          letter.key(),
                          letter.details(),
                          () -> {
                            made.incrementAndGet();
                            return letter.compose().get();
                          },
                          letter.gate()))
              .toList();
      Summary summary = limited(server, day).patient().send(letters);
      assertNull(summary.stopped());
      assertEquals(2, summary.sent());
      assertEquals(3, made.get(), "the second is made ahead, and anew after a day");
    }
  }
}
