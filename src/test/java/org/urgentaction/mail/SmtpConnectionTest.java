package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urgentaction.mail.Delivery.Stage;

@Timeout(60)
class SmtpConnectionTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(500));
  private static final OutgoingMessage MESSAGE = Messages.to("official@official.example");

  private final MimeWriter writer = new MimeWriter();
  private final AtomicInteger handovers = new AtomicInteger();

  private static SmtpConnection connect(SmtpServer server) {
    return new SmtpConnection(server, () -> new char[0], SHORT);
  }

  private Delivery offer(SmtpConnection connection, OutgoingMessage message) {
    return connection.send(writer.written(message), handovers::incrementAndGet);
  }

  /** One message to a server that follows the script. */
  private Delivery offer(ScriptedSmtpServer.Script script) throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(script);
        SmtpConnection connection = connect(server.address())) {
      return offer(connection, MESSAGE);
    }
  }

  private static ScriptedSmtpServer.Script on(String verb, String answer) {
    return event -> event.verb().equals(verb) ? answer : null;
  }

  @Test
  void whatArrivesIsWhatWasWrittenDotsIncluded() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        SmtpConnection connection = connect(server.address())) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE));
      assertArrayEquals(
          writer.write(MESSAGE), server.taken().get(0).getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(1, handovers.get());
    }
  }

  @Test
  void oneConnectionServesAllMessagesAndGivesAwayNoName() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      try (SmtpConnection connection = connect(server.address())) {
        for (int i = 0; i < 3; i++) {
          offer(connection, MESSAGE);
        }
      }
      List<String> commands = server.commands();
      assertEquals("EHLO [127.0.0.1]", commands.get(0));
      assertEquals(1, commands.stream().filter(line -> line.startsWith("EHLO")).count());
      assertEquals("MAIL FROM:<writer@example.org>", commands.get(1));
      assertEquals("RCPT TO:<official@official.example>", commands.get(2));
      assertEquals("QUIT", commands.get(commands.size() - 1));
      assertFalse(
          String.join("\n", commands).contains(InetAddress.getLocalHost().getHostName() + "\n"));
    }
  }

  @Test
  void aRefusalSaysWhereAndInWhoseWords() throws Exception {
    for (Stage stage : List.of(Stage.MAIL, Stage.RCPT, Stage.DATA)) {
      assertEquals(
          new Delivery.Rejected(stage, 550, "550 no such thing"),
          offer(on(stage.name(), "550 no such thing")));
      assertEquals(
          new Delivery.Deferred(stage, "451 later", false), offer(on(stage.name(), "451 later")));
    }
    assertEquals(0, handovers.get());
    assertEquals(
        new Delivery.Rejected(Stage.HANDED_OVER, 554, "554 spam"), offer(on("DOT", "554 spam")));
    assertEquals(
        new Delivery.Deferred(Stage.HANDED_OVER, "452 full", false), offer(on("DOT", "452 full")));
    assertEquals(new Delivery.Accepted("251 will do"), offer(on("DOT", "251 will do")));
  }

  @Test
  void aConnectionLostBeforeTheFinalDotLeavesNoDoubt() throws Exception {
    for (String verb : List.of("MAIL", "RCPT", "DATA", "TEXT")) {
      Delivery delivery = offer(on(verb, ScriptedSmtpServer.DROP));
      if (!verb.equals("TEXT")) {
        assertTrue(assertInstanceOf(Delivery.Deferred.class, delivery, verb).connectionLost());
      } else {
        // The message may fit the socket's buffer: then its dot was written before the loss showed.
        assertInstanceOf(Delivery.Unknown.class, delivery, verb);
      }
    }
  }

  @Test
  void noAnswerAfterTheFinalDotIsUnknown() throws Exception {
    for (String answer :
        List.of(
            ScriptedSmtpServer.TAKE_AND_DROP,
            ScriptedSmtpServer.DROP,
            ScriptedSmtpServer.TAKE_AND_HOLD,
            "250-half an answer",
            "what?",
            "",
            "399 odd")) {
      assertInstanceOf(Delivery.Unknown.class, offer(on("DOT", answer)), answer);
    }
  }

  @Test
  void afterADoubtTheNextMessageGetsANewConnection() throws Exception {
    try (ScriptedSmtpServer server =
            new ScriptedSmtpServer(
                event ->
                    event.verb().equals("DOT") && event.message() == 1
                        ? ScriptedSmtpServer.TAKE_AND_HOLD
                        : null);
        SmtpConnection connection = connect(server.address())) {
      assertInstanceOf(Delivery.Unknown.class, offer(connection, MESSAGE));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE));
    }
  }

  @Test
  void aConnectionThatTheServerEndedBetweenMessagesIsOpenedAgain() throws Exception {
    for (String end : List.of(ScriptedSmtpServer.DROP, "421 too many messages")) {
      try (ScriptedSmtpServer server =
              new ScriptedSmtpServer(
                  event -> event.verb().equals("MAIL") && event.message() == 2 ? end : null);
          SmtpConnection connection = connect(server.address())) {
        assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE), end);
        assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE), end);
        assertEquals(2, server.taken().size());
      }
    }
  }

  @Test
  void whatCannotBeMadeDurableIsNotHandedOver() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        SmtpConnection connection = connect(server.address())) {
      IllegalStateException full =
          assertThrows(
              IllegalStateException.class,
              () ->
                  connection.send(
                      writer.written(MESSAGE),
                      () -> {
                        throw new IllegalStateException("the disk is full");
                      }));
      assertEquals("the disk is full", full.getMessage());
      assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE));
      assertEquals(1, server.taken().size());
    }
  }

  @Test
  void theHandoverComesBeforeTheDotAndTheAnswerAfter() throws Exception {
    List<String> order = new ArrayList<>();
    try (ScriptedSmtpServer server =
            new ScriptedSmtpServer(
                event -> {
                  if (event.verb().equals("DOT")) {
                    order.add("dot");
                  }
                  return null;
                });
        SmtpConnection connection = connect(server.address())) {
      connection.send(writer.written(MESSAGE), () -> order.add("intent"));
      order.add("answer");
    }
    assertEquals(List.of("intent", "dot", "answer"), order);
  }

  @Test
  void oneBadCopyStopsTheMessageBeforeItsText() throws Exception {
    try (ScriptedSmtpServer server =
            new ScriptedSmtpServer(
                event -> event.line().contains("bad@") ? "550 nobody here" : null);
        SmtpConnection connection = connect(server.address())) {
      assertEquals(
          new Delivery.Rejected(Stage.RCPT, 550, "550 nobody here"),
          offer(connection, Messages.to("good@official.example", "bad@official.example")));
      assertEquals(List.of(), server.taken());
      assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE));
    }
  }

  @Test
  void aReplyIsMadeFitForTheLog() throws Exception {
    Delivery.Rejected rejected =
        (Delivery.Rejected)
            offer(
                on(
                    "RCPT",
                    "550-5.7.1 \u001b[31mwriter@example.org may not\r\n550 write to"
                        + " official@official.example from [203.0.113.7] "
                        + "x".repeat(900)));
    assertFalse(rejected.reply().contains("writer@"), rejected.reply());
    assertFalse(rejected.reply().contains("203.0.113.7"), rejected.reply());
    assertTrue(rejected.reply().contains("official@official.example"), rejected.reply());
    assertTrue(rejected.reply().chars().noneMatch(Character::isISOControl), rejected.reply());
    assertTrue(rejected.reply().length() <= 300, rejected.reply());
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    Delivery delivery = offer(on("RCPT", "250-and on\r\n".repeat(200_000) + "250 end"));
    assertInstanceOf(Delivery.Deferred.class, delivery);
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (SmtpConnection connection = connect(SmtpServer.parse("smtp://127.0.0.1:" + port))) {
      Delivery.ServerUnusable unusable =
          assertInstanceOf(Delivery.ServerUnusable.class, offer(connection, MESSAGE));
      assertEquals("127.0.0.1:" + port + " cannot be reached", unusable.reason());
    }
  }

  @Test
  void aServerThatDoesNotSpeakOrSpeaksIllIsUnusable() throws Exception {
    assertInstanceOf(Delivery.ServerUnusable.class, offer(on("CONNECT", "554 go away")));
    assertInstanceOf(Delivery.ServerUnusable.class, offer(on("CONNECT", ScriptedSmtpServer.DROP)));
    assertInstanceOf(Delivery.ServerUnusable.class, offer(on("CONNECT", "HTTP/1.1 400 Bad")));
  }

  @Test
  void aPasswordIsNotSentToAServerThatDoesNotAskForIt() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        SmtpConnection connection =
            new SmtpConnection(
                SmtpServer.parse(server.url().replace("smtp://", "smtp://me@example.org@")),
                "hunter2"::toCharArray,
                SHORT)) {
      Delivery.ServerUnusable unusable =
          assertInstanceOf(Delivery.ServerUnusable.class, offer(connection, MESSAGE));
      assertFalse(unusable.reason().contains("hunter2"));
      assertTrue(unusable.reason().contains("sign in"), unusable.reason());
      assertFalse(String.join("\n", server.commands()).contains("hunter2"));
      assertEquals(List.of(), server.taken());
    }
  }

  @Test
  void aServerWithoutStarttlsGetsNoMail() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        SmtpConnection connection =
            new SmtpConnection(
                SmtpServer.parse(server.url().replace("smtp://", "smtp+starttls://me@")),
                "hunter2"::toCharArray,
                SHORT)) {
      Delivery.ServerUnusable unusable =
          assertInstanceOf(Delivery.ServerUnusable.class, offer(connection, MESSAGE));
      assertTrue(unusable.reason().contains("STARTTLS"), unusable.reason());
      assertFalse(String.join("\n", server.commands()).contains("MAIL"));
      assertFalse(String.join("\n", server.commands()).contains("AUTH"));
    }
  }

  @Test
  void anAddressOutsideAsciiNeedsAServerThatTakesIt() throws Exception {
    OutgoingMessage message = Messages.to("президент@example.org");
    assertEquals(0, handovers.get());
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        SmtpConnection connection = connect(server.address())) {
      assertInstanceOf(Delivery.Rejected.class, offer(connection, message));
    }
    try (RehearsalServer server = RehearsalServer.start();
        SmtpConnection connection = connect(server.address())) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, message));
      assertArrayEquals(writer.write(message), server.take());
      assertInstanceOf(Delivery.Accepted.class, offer(connection, MESSAGE));
      assertArrayEquals(writer.write(MESSAGE), server.take());
    }
  }

  @Test
  void lettersThatLookLikeLineEndsInOneByteAddNoRecipient() throws Exception {
    // U+760D and U+760A end in the bytes of CR and LF: CVE-2025-7962.
    String address = "a\u760d\u760aRCPT@example.org";
    try (ScriptedSmtpServer server =
            new ScriptedSmtpServer(on("EHLO", "250-script\r\n250 SMTPUTF8"));
        SmtpConnection connection = connect(server.address())) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, Messages.to(address)));
      String inUtf8 =
          new String(address.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      assertEquals(
          List.of("RCPT TO:<" + inUtf8 + ">"),
          server.commands().stream().filter(line -> line.startsWith("RCPT")).toList());
      assertTrue(server.commands().contains("MAIL FROM:<writer@example.org> SMTPUTF8"));
    }
  }
}
