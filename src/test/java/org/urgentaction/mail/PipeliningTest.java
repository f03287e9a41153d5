package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urgentaction.mail.Delivery.Stage;

/** Commands in groups (RFC 2920) against a server that keeps a transaction's order strictly. */
@Timeout(60)
class PipeliningTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(1000));
  private static final OutgoingMessage ONE = Messages.to("one@official.example");
  private static final OutgoingMessage TWO =
      Messages.to("one@official.example", "two@official.example");

  private final MimeWriter writer = new MimeWriter();
  private final AtomicInteger handovers = new AtomicInteger();

  private Delivery offer(SmtpConnection connection, OutgoingMessage message) {
    return connection.send(writer.written(message), handovers::incrementAndGet);
  }

  private static SmtpConnection connect(ScriptedSmtpServer server) {
    return new SmtpConnection(server.address(), () -> new char[0], SHORT);
  }

  /** Answers by command line, DATA and DOT; whatever else is asked goes as usual. */
  private static ScriptedSmtpServer.Script answers(Map<String, String> answers) {
    return event -> {
      if (event.verb().equals("EHLO")) {
        return "250-script\r\n250 PIPELINING";
      }
      String key = event.verb().equals("RCPT") ? event.line() : event.verb();
      return answers.get(key);
    };
  }

  private static final String RCPT_ONE = "RCPT TO:<one@official.example>";
  private static final String RCPT_TWO = "RCPT TO:<two@official.example>";

  @Test
  void aRefusalIsTheSameAsWithoutGroups() throws Exception {
    record Case(OutgoingMessage message, Map<String, String> answers, Delivery expected) {}
    Delivery nobody = new Delivery.Rejected(Stage.RCPT, 550, "550 nobody here");
    String noSender = "503 no sender";
    String noRecipients = "554 no valid recipients";
    for (Case one :
        List.of(
            new Case(ONE, Map.of(RCPT_ONE, "550 nobody here", "DATA", noRecipients), nobody),
            new Case(
                ONE,
                Map.of("MAIL", "451 later", RCPT_ONE, noSender, "DATA", noSender),
                new Delivery.Deferred(Stage.MAIL, "451 later", false)),
            new Case(
                ONE,
                Map.of("DATA", "452 full"),
                new Delivery.Deferred(Stage.DATA, "452 full", false)),
            new Case(
                ONE,
                Map.of("DOT", "554 spam"),
                new Delivery.Rejected(Stage.HANDED_OVER, 554, "554 spam")),
            new Case(TWO, Map.of(RCPT_TWO, "550 nobody here"), nobody),
            new Case(TWO, Map.of(RCPT_ONE, "550 nobody here"), nobody))) {
      try (ScriptedSmtpServer server = new ScriptedSmtpServer(answers(one.answers()));
          SmtpConnection connection = connect(server)) {
        assertEquals(one.expected(), offer(connection, one.message()), one.toString());
        assertEquals(List.of(), server.taken());
        List<String> commands = server.commands();
        if (!one.answers().containsKey("DOT")) {
          assertEquals("RSET", commands.get(commands.size() - 1), one.toString());
        }
      }
    }
  }

  @Test
  void afterARefusalTheSameConnectionTakesTheNextMessage() throws Exception {
    try (ScriptedSmtpServer server =
            new ScriptedSmtpServer(
                event ->
                    event.verb().equals("EHLO")
                        ? "250-script\r\n250 PIPELINING"
                        : event.message() == 1 && event.verb().equals("RCPT")
                            ? "550 nobody"
                            : event.message() == 1 && event.verb().equals("DATA")
                                ? "554 no recipients"
                                : null);
        SmtpConnection connection = connect(server)) {
      assertInstanceOf(Delivery.Rejected.class, offer(connection, ONE));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, ONE));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, TWO));
      assertEquals(2, server.taken().size());
      assertEquals(1, server.commands().stream().filter(line -> line.startsWith("EHLO")).count());
    }
  }

  @Test
  void aServerThatWantsTheTextOfARefusedLetterNeverGetsIt() throws Exception {
    try (ScriptedSmtpServer server =
            new ScriptedSmtpServer(answers(Map.of(RCPT_ONE, "550 nobody here")));
        SmtpConnection connection = connect(server)) {
      assertEquals(
          new Delivery.Rejected(Stage.RCPT, 550, "550 nobody here"), offer(connection, ONE));
      assertEquals(0, handovers.get());
      assertInstanceOf(
          Delivery.Accepted.class, offer(connection, Messages.to("other@official.example")));
      assertEquals(1, server.taken().size());
      assertEquals(2, server.commands().stream().filter(line -> line.startsWith("EHLO")).count());
    }
  }

  @Test
  void aConnectionThatEndsWithinAGroupLeavesNoDoubt() throws Exception {
    for (String verb : List.of("MAIL", RCPT_ONE, "DATA")) {
      for (String end : List.of(ScriptedSmtpServer.DROP, "421 going down")) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(answers(Map.of(verb, end)));
            SmtpConnection connection = connect(server)) {
          Delivery.Deferred deferred =
              assertInstanceOf(Delivery.Deferred.class, offer(connection, ONE), verb + end);
          assertTrue(deferred.connectionLost(), verb + end);
          assertEquals(List.of(), server.taken());
        }
      }
    }
    assertEquals(0, handovers.get());
  }

  @Test
  void nonsenseWithinAGroupIsNoAnswer() throws Exception {
    for (String nonsense : List.of("what?", "", "399 odd", "99999999999 x", "354 too early")) {
      try (ScriptedSmtpServer server = new ScriptedSmtpServer(answers(Map.of("MAIL", nonsense)));
          SmtpConnection connection = connect(server)) {
        assertInstanceOf(Delivery.Deferred.class, offer(connection, ONE), nonsense);
        assertEquals(List.of(), server.taken(), nonsense);
      }
    }
  }

  @Test
  void oneLetterTakesTwoRoundTripsAndWithCopiesThree() throws Exception {
    assertEquals(List.of("MAIL RCPT DATA", "text"), groups(ONE));
    assertEquals(List.of("MAIL RCPT RCPT", "DATA", "text"), groups(TWO));
  }

  private List<String> groups(OutgoingMessage message) throws Exception {
    try (PatientServer server = new PatientServer()) {
      try (SmtpConnection connection =
          new SmtpConnection(server.address(), () -> new char[0], SHORT)) {
        assertInstanceOf(Delivery.Accepted.class, offer(connection, message));
      }
      return server.groups();
    }
  }

  @Test
  void whatArrivesIsWhatWasWritten() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(answers(Map.of()));
        SmtpConnection connection = connect(server)) {
      for (OutgoingMessage message : Messages.ofEveryKind()) {
        assertInstanceOf(Delivery.Accepted.class, offer(connection, message));
        assertArrayEquals(
            writer.write(message),
            server.taken().get(server.taken().size() - 1).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }
}
