package org.urgentaction.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.mail.ScriptedSmtpServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;

/** One list of letters, sent once while something goes wrong, and once more when all is well. */
final class FaultRun {
  static final int LETTERS = 24;

  /** How long silence is borne: nowhere else does a busy machine count as silence. */
  static final Duration BRIEF = Duration.ofSeconds(2);

  static final Duration LONG = Duration.ofSeconds(30);

  private static final Pattern MESSAGE_ID = Pattern.compile("\r\nMessage-ID: (<[^>]+>)\r\n");

  private final SetClock clock = new SetClock("2026-03-01T12:00:00Z");
  private final Map<String, Integer> taken = new HashMap<>();

  SetClock clock() {
    return clock;
  }

  static Supplier<SmtpConnection> to(String url, String secret) {
    return to(url, secret, LONG);
  }

  static Supplier<SmtpConnection> to(String url, String secret, Duration answer) {
    SmtpTimeouts timeouts = new SmtpTimeouts(LONG, LONG, answer);
    return () -> new SmtpConnection(SmtpServer.parse(url), secret::toCharArray, timeouts);
  }

  /** Goes once through the list; never waits, and ends as {@code ua send} does. */
  static Summary send(
      ActionLog log, Clock clock, int connections, Supplier<SmtpConnection> server) {
    log.recover();
    List<Assignment> letters = Letters.of(log.writers(), LETTERS, "president");
    Clearance clearance = Clearance.by(log, false, null, clock);
    Pace pace = new Pace(connections, null, false, (then, woken) -> true, clock);
    return new Batch(new LogLedger(log, false, clock), server, clearance, pace, new Heard())
        .run(new SendPlanner(clearance).plan(letters), letters);
  }

  /** What a server has taken is remembered beyond its end. */
  void remember(ScriptedSmtpServer server) {
    for (String message : server.taken()) {
      Matcher id = MESSAGE_ID.matcher(message);
      assertTrue(id.find(), message);
      assertEquals(1, taken.merge(id.group(1), 1, Integer::sum), id.group(1) + " came twice");
    }
  }

  /** Sends once more, to a server that works, and says how much it got. */
  String sendAgain(ActionLog log) throws Exception {
    try (ScriptedSmtpServer well = new ScriptedSmtpServer(event -> null)) {
      Summary summary = send(log, clock, 2, to(well.url(), ""));
      remember(well);
      assertEquals(well.taken().size(), summary.sent());
      check(log);
      return summary.sent() + " sent | " + summary.exitStatus();
    }
  }

  /** Nothing was sent and is not in the log, and nothing the other way round. */
  void check(ActionLog log) {
    Set<String> sent = new HashSet<>();
    Set<String> perhaps = new HashSet<>();
    for (ActionRecord action : log.list(ActionFilter.all())) {
      if (action.state() == ActionState.SENT) {
        sent.add(action.messageId());
      } else if (action.state() == ActionState.UNKNOWN) {
        perhaps.add(action.messageId());
      }
    }
    assertTrue(taken.keySet().containsAll(sent), "logged as sent, and never came");
    perhaps.addAll(sent);
    assertTrue(perhaps.containsAll(taken.keySet()), "came, and is not in the log");
    assertEquals(List.of(), log.verify().findings());
  }

  /** How many actions are in which state, and the words with those that were not sent. */
  static String logged(ActionLog log) {
    log.recover();
    Map<String, Integer> states = new TreeMap<>();
    Set<String> words = new TreeSet<>();
    for (ActionRecord action : log.list(ActionFilter.all())) {
      boolean free = action.state() == ActionState.CLAIMED && action.worker() == null;
      states.merge(free ? "free again" : action.state().toString(), 1, Integer::sum);
      if (!free && action.state() != ActionState.SENT && action.reply() != null) {
        words.add(action.reply());
      }
    }
    List<String> cells = new ArrayList<>();
    states.forEach((state, count) -> cells.add(count + " " + state));
    String counts = cells.isEmpty() ? "nothing" : String.join(", ", cells);
    return words.isEmpty()
        ? counts
        : counts + ": " + words.stream().collect(Collectors.joining("; "));
  }

  static String words(Summary summary) {
    return summary.stopped() == null ? "" : summary.stopped().message();
  }
}
