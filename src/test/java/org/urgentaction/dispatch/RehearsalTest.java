package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.RehearsalServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpTimeouts;
import org.urgentaction.problem.InvalidInputException;

class RehearsalTest {
  @TempDir Path folder;

  private Summary rehearse(ActionLog log, List<Assignment> letters, Path out) {
    Clock clock = Clock.systemUTC();
    Clearance clearance = Clearance.by(log, false, null, clock);
    try (RehearsalServer server = RehearsalServer.start()) {
      return new Batch(
              new RehearsalLedger(log, server, out, Integer.MAX_VALUE),
              () -> new SmtpConnection(server.address(), () -> new char[0], SmtpTimeouts.usual()),
              clearance,
              Pace.unlimited(1, clock),
              new Heard())
          .run(new SendPlanner(clearance).plan(letters), letters);
    }
  }

  @Test
  void everyMessageIsLeftInTheFolderExactlyAsItWasMade() throws Exception {
    Path out = folder.resolve("out");
    try (ActionLog log = ActionLogs.open(folder.resolve("log.db"), Clock.systemUTC())) {
      List<Assignment> letters = Letters.of(log.writers(), 3, "president", "minister");
      assertEquals(0, rehearse(log, letters, out).exitStatus());
      List<Path> files;
      try (var listed = Files.list(out)) {
        files = listed.sorted().toList();
      }
      assertEquals(6, files.size());
      byte[] first = Files.readAllBytes(files.get(0));
      assertArrayEquals(new MimeWriter().write(letters.get(0).compose().get()), first);
      List<ActionRecord> actions = log.list(ActionFilter.in(ActionState.REHEARSED));
      assertEquals(6, actions.size());
      assertTrue(actions.stream().anyMatch(a -> Sha256.of(first).equals(a.sha256())));
    }
  }

  @Test
  void nothingInAMessageTellsOfTheMachine() throws Exception {
    Path out = folder.resolve("out");
    try (ActionLog log = ActionLogs.open(folder.resolve("log.db"), Clock.systemUTC())) {
      rehearse(log, Letters.of(log.writers(), 1, "president"), out);
    }
    try (var listed = Files.list(out)) {
      String text = Files.readString(listed.findFirst().orElseThrow(), StandardCharsets.US_ASCII);
      assertFalse(text.contains(InetAddress.getLocalHost().getHostName() + "\r"), text);
      assertFalse(text.contains("127.0.0.1"), text);
      assertFalse(text.contains("Received:"), text);
      assertFalse(text.matches("(?s).*(X-Mailer|User-Agent|Angus|JavaMail|_Part_).*"), text);
      assertTrue(text.contains("Date: Sun, 1 Mar 2026 12:00:00 +0000\r\n"), text);
    }
  }

  @Test
  void aRehearsalNeverStandsInTheWayOfTheRealThing() {
    try (ActionLog log = ActionLogs.open(folder.resolve("log.db"), Clock.systemUTC())) {
      List<Assignment> letters = Letters.of(log.writers(), 1, "president");
      rehearse(log, letters, folder.resolve("out"));
      rehearse(log, letters, folder.resolve("out"));
      assertEquals(
          1,
          new SendPlanner(Clearance.by(log, false, null, Clock.systemUTC()))
              .plan(letters)
              .letters());
      assertTrue(log.claim(letters.get(0).key(), letters.get(0).details(), false).granted());
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamedBeforeAnythingIsDone() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    try (ActionLog log = ActionLogs.open(folder.resolve("log.db"), Clock.systemUTC())) {
      List<Assignment> letters = Letters.of(log.writers(), 1, "president");
      InvalidInputException refused =
          assertThrows(InvalidInputException.class, () -> rehearse(log, letters, file));
      assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
      assertTrue(log.list(ActionFilter.all()).isEmpty());
    }
  }
}
