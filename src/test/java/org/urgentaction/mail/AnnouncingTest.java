package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.mail.Delivery.Stage;

/** The next letter's envelope behind the text of the one before (RFC 2920 section 3.1). */
@Timeout(60)
class AnnouncingTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(1000));
  private static final OutgoingMessage FIRST = Messages.to("first@official.example");
  private static final OutgoingMessage SECOND = Messages.to("second@official.example");
  private static final OutgoingMessage COPIED =
      Messages.to("second@official.example", "third@official.example");
  private static final String SAYS = "PIPELINING";

  private final MimeWriter writer = new MimeWriter();
  private final AtomicInteger handovers = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  /** Offers one message and announces another; null for none. */
  private Delivery offer(SmtpConnection connection, OutgoingMessage message, OutgoingMessage next) {
    return connection.send(
        writer.written(message),
        handovers::incrementAndGet,
        () -> {
          asked.incrementAndGet();
          return Optional.ofNullable(next).map(writer::written);
        });
  }

  private static SmtpConnection connect(ScriptedSmtpServer server) {
    return new SmtpConnection(server.address(), () -> new char[0], SHORT);
  }

  private static ScriptedSmtpServer server(String extension, ScriptedSmtpServer.Script script)
      throws Exception {
    return new ScriptedSmtpServer(
        event ->
            event.verb().equals("EHLO") ? "250-script\r\n250 " + extension : script.answer(event));
  }

  private static long connections(ScriptedSmtpServer server) {
    return server.commands().stream().filter(line -> line.startsWith("EHLO")).count();
  }

  @Test
  void twoLettersTakeThreeRoundTripsAndWithCopiesFour() throws Exception {
    for (OutgoingMessage next : List.of(SECOND, COPIED)) {
      try (PatientServer server = new PatientServer()) {
        try (SmtpConnection connection =
            new SmtpConnection(server.address(), () -> new char[0], SHORT)) {
          assertInstanceOf(Delivery.Accepted.class, offer(connection, FIRST, next));
          assertInstanceOf(Delivery.Accepted.class, offer(connection, next, null));
        }
        assertEquals(
            next == SECOND
                ? List.of("MAIL RCPT DATA", "text MAIL RCPT DATA", "text")
                : List.of("MAIL RCPT DATA", "text MAIL RCPT RCPT", "DATA", "text"),
            server.groups());
      }
    }
  }

  @Test
  void aServerThatWantsOneCommandAtATimeIsToldNothingAhead() throws Exception {
    try (ScriptedSmtpServer server = server("8BITMIME", event -> null);
        SmtpConnection connection = connect(server)) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, FIRST, SECOND));
      assertEquals(0, asked.get());
      assertInstanceOf(Delivery.Accepted.class, offer(connection, SECOND, null));
      assertEquals(2, server.taken().size());
    }
  }

  @Test
  void whoIsAnnouncedAndNotOfferedNextGetsNothing() throws Exception {
    try (ScriptedSmtpServer server = server(SAYS, event -> null);
        SmtpConnection connection = connect(server)) {
      offer(connection, FIRST, SECOND);
      OutgoingMessage other = Messages.to("other@official.example");
      assertInstanceOf(Delivery.Accepted.class, offer(connection, other, null));
      assertEquals(2, server.taken().size());
      assertEquals(2, connections(server), "the server waits for a text on the first");
    }
  }

  @Test
  void aConnectionThatEndsAfterAnAnnouncementSaysNothingMore() throws Exception {
    try (ScriptedSmtpServer server = server(SAYS, event -> null)) {
      try (SmtpConnection connection = connect(server)) {
        offer(connection, FIRST, SECOND);
      }
      assertEquals(1, server.taken().size());
      assertEquals(0, server.commands().stream().filter("QUIT"::equals).count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
  void aRefusalOfWhatWasAnnouncedIsTheSameAsOfAnyOther(String verb) throws Exception {
    try (ScriptedSmtpServer server =
            server(
                SAYS,
                event ->
                    event.message() != 2
                        ? null
                        : event.verb().equals(verb)
                            ? "452 no room"
                            : event.verb().equals("DATA") ? "503 no recipients" : null);
        SmtpConnection connection = connect(server)) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, FIRST, SECOND));
      assertEquals(
          new Delivery.Deferred(Stage.valueOf(verb), "452 no room", false),
          offer(connection, SECOND, null));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, FIRST, null));
      assertEquals(1, connections(server));
      assertEquals(2, handovers.get());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"452 no room", "554 spam"})
  void aTextThatIsRefusedLeavesTheNextAsItIs(String answer) throws Exception {
    try (ScriptedSmtpServer server =
            server(
                SAYS, event -> event.message() == 1 && event.verb().equals("DOT") ? answer : null);
        SmtpConnection connection = connect(server)) {
      Delivery first = offer(connection, FIRST, SECOND);
      assertEquals(
          answer.startsWith("4")
              ? new Delivery.Deferred(Stage.HANDED_OVER, answer, false)
              : new Delivery.Rejected(Stage.HANDED_OVER, 554, answer),
          first);
      assertInstanceOf(Delivery.Accepted.class, offer(connection, SECOND, null));
      assertEquals(1, connections(server));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedSmtpServer.DROP, "421 enough for now"})
  void whatWasAnnouncedToAConnectionThatEndsGoesOverAnother(String end) throws Exception {
    try (ScriptedSmtpServer server =
            server(
                SAYS,
                event ->
                    event.connection() == 1 && event.message() == 2 && event.verb().equals("MAIL")
                        ? end
                        : null);
        SmtpConnection connection = connect(server)) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, FIRST, SECOND));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, SECOND, FIRST));
      assertEquals(2, server.taken().size());
      assertEquals(2, connections(server));
      boolean said = end.startsWith("421");
      assertEquals(said ? 2 : 1, asked.get(), "a server without a word is spared it from then on");
    }
  }

  @Test
  void aServerThatHangsUpOnAnAnnouncementLeavesOneInDoubtAndHearsNoneAgain() throws Exception {
    try (ScriptedSmtpServer server =
            server(
                SAYS,
                event ->
                    event.connection() == 1 && event.verb().equals("DOT")
                        ? ScriptedSmtpServer.TAKE_AND_DROP
                        : null);
        SmtpConnection connection = connect(server)) {
      assertInstanceOf(Delivery.Unknown.class, offer(connection, FIRST, SECOND));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, SECOND, FIRST));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, COPIED, FIRST));
      assertEquals(1, asked.get());
      assertEquals(3, server.taken().size());
    }
  }

  @Test
  void aServerThatForgetsWhatCameBehindATextGetsItOnceMore() throws Exception {
    try (PatientServer server = PatientServer.forgetful();
        SmtpConnection connection =
            new SmtpConnection(server.address(), () -> new char[0], SHORT)) {
      assertInstanceOf(Delivery.Accepted.class, offer(connection, FIRST, SECOND));
      assertInstanceOf(Delivery.Accepted.class, offer(connection, SECOND, FIRST));
      assertEquals(
          List.of("MAIL RCPT DATA", "text MAIL RCPT DATA", "MAIL RCPT DATA", "text"),
          server.groups());
      assertEquals(1, asked.get());
    }
  }

  @Test
  void whereTheHandoverFailsNothingIsSentAndNothingAnnounced() throws Exception {
    try (ScriptedSmtpServer server = server(SAYS, event -> null);
        SmtpConnection connection = connect(server)) {
      RuntimeException full = new IllegalStateException("the disk is full");
      RuntimeException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  connection.send(
                      writer.written(FIRST),
                      () -> {
                        throw full;
                      },
                      () -> Optional.of(writer.written(SECOND))));
      assertSame(full, thrown);
      assertInstanceOf(Delivery.Accepted.class, offer(connection, SECOND, null));
      assertEquals(1, server.taken().size());
      assertEquals(1, server.commands().stream().filter(line -> line.contains("<second@")).count());
    }
  }
}
