package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.mail.ScriptedSmtpServer;

/** What a live send promises when it is killed, shown by killing it (SIGKILL). */
@Timeout(180)
class KilledSendTest {
  private static final Pattern MESSAGE_ID = Pattern.compile("\r\nMessage-ID: (<[^>]+>)\r\n");

  @TempDir Path folder;

  /** What a server has taken, by Message-ID, and how often. */
  private static Map<String, Integer> taken(ScriptedSmtpServer server) {
    Map<String, Integer> taken = new HashMap<>();
    for (String message : server.taken()) {
      Matcher id = MESSAGE_ID.matcher(message);
      assertTrue(id.find(), message);
      taken.merge(id.group(1), 1, Integer::sum);
    }
    return taken;
  }

  private int sendUndisturbed(Path log, ScriptedSmtpServer server, int writers) throws Exception {
    Process process = LiveSend.start(log, server.url(), writers, 1);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the send does not end");
    return process.exitValue();
  }

  private ActionLog open(Path log) {
    ActionLog opened = ActionLogs.open(log, Clock.systemUTC());
    opened.recover();
    return opened;
  }

  private void assertPromisesKept(Path log, ScriptedSmtpServer server, int writers)
      throws Exception {
    Map<String, Integer> taken = taken(server);
    taken.forEach((id, times) -> assertEquals(1, times, id + " was sent " + times + " times"));
    try (ActionLog opened = open(log)) {
      Set<String> sentOrUnknown = new HashSet<>();
      for (ActionRecord action : opened.list(ActionFilter.all())) {
        boolean sent = action.state() == ActionState.SENT;
        assertTrue(sent || action.state() == ActionState.UNKNOWN, action.toString());
        assertTrue(!sent || taken.containsKey(action.messageId()), "not sent: " + action);
        sentOrUnknown.add(action.messageId());
      }
      assertTrue(sentOrUnknown.containsAll(taken.keySet()), "something was sent unlogged");
      assertEquals(writers, sentOrUnknown.size());
      assertEquals(List.of(), opened.verify().findings());
    }
    Path errors = folder.resolve("errors.txt");
    assertFalse(Files.readString(errors).contains("Exception"), Files.readString(errors));
  }

  /** Says of each doubtful letter what the server knows, and sends what is then missing. */
  private int resolveAndFinish(Path log, ScriptedSmtpServer server, int writers) throws Exception {
    int doubtful = 0;
    Set<String> taken = taken(server).keySet();
    try (ActionLog opened = open(log)) {
      for (ActionRecord action : opened.list(ActionFilter.in(ActionState.UNKNOWN))) {
        boolean arrived = taken.contains(action.messageId());
        opened.resolve(action.id(), arrived ? ActionState.SENT : ActionState.CLAIMED);
        doubtful++;
      }
    }
    assertEquals(0, sendUndisturbed(log, server, writers));
    Map<String, Integer> all = taken(server);
    assertEquals(writers, all.size());
    all.forEach((id, times) -> assertEquals(1, times, id));
    return doubtful;
  }

  /** Kills the send when the server has come to that point of its 40th message. */
  private void killAt(String verb, boolean messageTaken, int doubtful) throws Exception {
    Path log = folder.resolve("log-" + verb + messageTaken);
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (!event.verb().equals(verb) || event.message() != 40 || reached.getCount() == 0) {
                return null;
              }
              reached.countDown();
              await(killed);
              return messageTaken ? ScriptedSmtpServer.TAKE_AND_DROP : ScriptedSmtpServer.DROP;
            })) {
      Process process = LiveSend.start(log, server.url(), 60, 1);
      assertTrue(reached.await(60, TimeUnit.SECONDS), "the 40th message never came");
      Thread.sleep(300); // what came of the one before is on the disk by then
      process.destroyForcibly().waitFor();
      killed.countDown();
      int status = sendUndisturbed(log, server, 60);
      assertPromisesKept(log, server, 60);
      assertEquals(doubtful == 0 ? 0 : 1, status);
      assertEquals(doubtful, resolveAndFinish(log, server, 60));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void killedBeforeTheTextTheLetterIsSentByTheNextRun() throws Exception {
    killAt("MAIL", false, 0);
    killAt("RCPT", false, 0);
    killAt("DATA", false, 0);
  }

  @Test
  void killedAfterTheFinalDotTheLetterIsDoubtfulAndNotSentAgain() throws Exception {
    killAt("DOT", true, 1);
  }

  @Test
  void killedAfterAFinalDotThatTheServerForgotTheLetterIsDoubtfulToo() throws Exception {
    killAt("DOT", false, 1);
  }

  @Test
  void twoProcessesOnOneListSendEachLetterOnce() throws Exception {
    Path log = folder.resolve("log");
    CountDownLatch second = new CountDownLatch(1);
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> {
              if (event.connection() == 2) {
                second.countDown();
              } else if (event.verb().equals("MAIL") && event.message() == 1) {
                await(second); // so that both have much left to send
              }
              return null;
            })) {
      Process first = LiveSend.start(log, server.url(), 300, 2);
      Process other = LiveSend.start(log, server.url(), 300, 2);
      assertTrue(first.waitFor(60, TimeUnit.SECONDS) && other.waitFor(60, TimeUnit.SECONDS));
      assertPromisesKept(log, server, 300);
      assertEquals(300, server.taken().size());
      assertEquals(0, sendUndisturbed(log, server, 300));
      assertEquals(300, server.taken().size());
    }
  }
}
