package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.Standing;
import org.urgentaction.mail.ScriptedSmtpServer;

/** Pause, resume and cancel from another terminal, while a run sends. */
@Timeout(60)
class ControlTest {
  @TempDir Path folder;
  private ActionLog log;
  private ActionLog otherTerminal;

  @BeforeEach
  void openLog() {
    Path place = folder.resolve("log.db");
    log = ActionLogs.open(place, Clock.systemUTC());
    otherTerminal = ActionLogs.open(place, Clock.systemUTC());
  }

  @AfterEach
  void closeLog() {
    log.close();
    otherTerminal.close();
  }

  /** Somebody says it while the tenth message is on its way, for which the server takes a while. */
  private ScriptedSmtpServer saying(Standing word, String target) throws Exception {
    return new ScriptedSmtpServer(
        event -> {
          if (event.message() == 10 && event.verb().equals("MAIL")) {
            otherTerminal.control("ua-1", target, word, "the section has asked");
          }
          if (event.message() == 10 && Set.of("MAIL", "RCPT", "DOT").contains(event.verb())) {
            sleep();
          }
          return null;
        });
  }

  private static void sleep() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPausedCampaignStopsBeforeTheNextMessageAndGoesOnWhenItIsResumed() throws Exception {
    List<Assignment> letters = Letters.of(log.writers(), 100, "president");
    try (ScriptedSmtpServer server = saying(Standing.PAUSED, null)) {
      Summary summary = new Run(log, server).send(letters);
      assertEquals(10, summary.sent());
      assertEquals(90, summary.leftOut().count(LeftOut.Reason.PAUSED));
      assertEquals(1, summary.exitStatus());
      Run again = new Run(log, server).again();
      assertEquals(1, again.send(letters).exitStatus());
      assertEquals(0, again.plan().letters());
      otherTerminal.control("ua-1", null, Standing.RUNNING, null);
      assertEquals(0, new Run(log, server).send(letters).exitStatus());
      assertEquals(100, server.taken().size());
    }
  }

  @Test
  void aCancelledTargetIsNotWrittenToAndTheOthersAre() throws Exception {
    List<Assignment> letters = Letters.of(log.writers(), 50, "president", "minister");
    try (ScriptedSmtpServer server = saying(Standing.CANCELLED, "minister")) {
      Summary summary = new Run(log, server).send(letters);
      assertEquals(55, summary.sent());
      assertEquals(45, summary.leftOut().count(LeftOut.Reason.CANCELLED));
      assertEquals(3, summary.exitStatus());
      assertEquals(3, new Run(log, server).again().send(letters).exitStatus());
      assertEquals(55, server.taken().size());
    }
  }

  @Test
  void aRunThatWaitsGoesOnWhenItIsResumed() throws Exception {
    List<Assignment> letters = Letters.of(log.writers(), 100, "president");
    try (ScriptedSmtpServer server = saying(Standing.PAUSED, null)) {
      Run run =
          new Run(log, server)
              .patient()
              .restingWith(
                  (then, woken) -> {
                    otherTerminal.control("ua-1", null, Standing.RUNNING, null);
                    while (!woken.getAsBoolean()) {
                      Thread.onSpinWait();
                    }
                    return true;
                  });
      Summary summary = run.send(letters);
      assertEquals(100, summary.sent());
      assertEquals(0, summary.exitStatus());
      assertTrue(run.heard.waiting.get(0).startsWith("paused"), run.heard.waiting.toString());
    }
  }
}
