package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.mail.PatientServer;
import org.urgentaction.mail.ScriptedSmtpServer;

/** Letters that were announced to a server before their turn keep every promise of the others. */
@Timeout(60)
class AnnouncedLettersTest {
  private static final int LETTERS = 20;

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

  private List<Assignment> letters() {
    return Letters.of(log.writers(), LETTERS, "president");
  }

  private int count(ActionState state) {
    return log.list(ActionFilter.in(state)).size();
  }

  /** Takes commands in groups; {@code atDot} happens while the next letter is announced. */
  private static ScriptedSmtpServer server(Runnable atDot) throws Exception {
    return new ScriptedSmtpServer(
        event -> {
          if (event.verb().equals("DOT")) {
            atDot.run();
          }
          return event.verb().equals("EHLO") ? "250-script\r\n250 PIPELINING" : null;
        });
  }

  @Test
  void whoStopsWhileOneIsAnnouncedStopsThatOneToo() throws Exception {
    AtomicReference<Run> run = new AtomicReference<>();
    try (ScriptedSmtpServer server = server(() -> run.get().stop())) {
      run.set(new Run(log, server));
      Summary stopped = run.get().send(letters());
      assertEquals(1, stopped.sent());
      assertEquals(1, server.taken().size());
      assertEquals(0, count(ActionState.INTENT));
      assertEquals(0, count(ActionState.UNKNOWN));
    }
    try (ScriptedSmtpServer server = server(() -> {})) {
      assertEquals(LETTERS - 1, new Run(log, server).over(2).send(letters()).sent());
      assertEquals(LETTERS - 1, server.taken().size());
    }
  }

  @Test
  void aServerThatCannotBearItLeavesOneInDoubtHoweverManyConnections() throws Exception {
    try (PatientServer server = PatientServer.strict()) {
      Summary summary = new Run(log, server.address()).over(4).send(letters());
      assertEquals(1, summary.unknown());
      assertEquals(LETTERS - 1, summary.sent());
    }
  }

  @Test
  void whereLimitsSetThePaceNothingIsAnnounced() throws Exception {
    try (PatientServer server = PatientServer.strict()) {
      Summary summary =
          new Run(log, server.address()).over(4).within(Optional::empty).send(letters());
      assertEquals(LETTERS, summary.sent());
    }
  }
}
