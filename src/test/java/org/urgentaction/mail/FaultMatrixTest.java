package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urgentaction.mail.Delivery.Stage;

/** Every refusal at every command, in groups and one by one, and the letter after it. */
@Timeout(120)
class FaultMatrixTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final List<Integer> CODES = List.of(421, 450, 451, 452, 550, 552, 554);

  private final MimeWriter writer = new MimeWriter();
  private final AtomicInteger handovers = new AtomicInteger();

  /** How far each connection's transaction has come, as a server that is strict keeps it. */
  private static final class Strict implements ScriptedSmtpServer.Script {
    private final String extension;
    private final String where;
    private final int code;
    private final Map<Integer, String> begun = new ConcurrentHashMap<>();

    Strict(String extension, String where, int code) {
      this.extension = extension;
      this.where = where;
      this.code = code;
    }

    @Override
    public String answer(ScriptedSmtpServer.Event event) {
      String verb = event.verb();
      boolean refuse = verb.equals(where) && event.message() <= 1;
      String state = begun.getOrDefault(event.connection(), "");
      switch (verb) {
        case "EHLO":
          return "250-script\r\n250 " + extension;
        case "RSET":
          begun.remove(event.connection());
          return null;
        case "MAIL":
          if (!state.isEmpty()) {
            return "503 nested MAIL";
          }
          if (!refuse) {
            begun.put(event.connection(), "MAIL");
          }
          break;
        case "RCPT":
          if (state.isEmpty()) {
            return "503 no sender";
          }
          if (!refuse) {
            begun.put(event.connection(), "RCPT");
          }
          break;
        case "DATA":
          if (!state.equals("RCPT")) {
            return "554 no recipients";
          }
          break;
        case "DOT":
          begun.remove(event.connection());
          break;
        default:
          return null;
      }
      return refuse ? code + " said at " + where : null;
    }
  }

  private Delivery offer(SmtpConnection connection, OutgoingMessage message) {
    return connection.send(writer.written(message), handovers::incrementAndGet);
  }

  @ParameterizedTest
  @CsvSource({
    "PIPELINING, 1",
    "PIPELINING, 2",
    "8BITMIME, 1",
    "8BITMIME, 2",
  })
  void aRefusalIsUnderstoodAndTheNextLetterGoesOut(String extension, int recipients)
      throws Exception {
    OutgoingMessage message =
        recipients == 1
            ? Messages.to("one@official.example")
            : Messages.to("one@official.example", "two@official.example");
    for (String where : List.of("MAIL", "RCPT", "DATA", "DOT")) {
      for (int code : CODES) {
        handovers.set(0);
        try (ScriptedSmtpServer server =
                new ScriptedSmtpServer(new Strict(extension, where, code));
            SmtpConnection connection =
                new SmtpConnection(server.address(), () -> new char[0], SHORT)) {
          Stage stage = where.equals("DOT") ? Stage.HANDED_OVER : Stage.valueOf(where);
          String reply = code + " said at " + where;
          Delivery expected =
              code >= 500
                  ? new Delivery.Rejected(stage, code, reply)
                  : new Delivery.Deferred(stage, reply, code == 421);
          assertEquals(expected, offer(connection, message));
          assertEquals(where.equals("DOT") ? 1 : 0, handovers.get(), reply);
          assertEquals(List.of(), server.taken(), reply);
          assertInstanceOf(Delivery.Accepted.class, offer(connection, message), reply);
          assertEquals(1, server.taken().size(), reply);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"421", "450", "451", "452", "550", "552", "554"})
  void aServerThatRefusesEverybodyIsUnusableAndSaysWhy(int code) throws Exception {
    for (String where : List.of("CONNECT", "AUTH")) {
      try (ScriptedSmtpServer server =
              new ScriptedSmtpServer(
                  event ->
                      event.verb().equals(where)
                          ? code + " not today"
                          : event.verb().equals("EHLO") ? "250-x\r\n250 AUTH PLAIN" : null);
          SmtpConnection connection =
              new SmtpConnection(
                  SmtpServer.parse(server.url().replace("//", "//me@example.org@")),
                  "hunter2"::toCharArray,
                  SHORT)) {
        Delivery.ServerUnusable unusable =
            assertInstanceOf(
                Delivery.ServerUnusable.class,
                offer(connection, Messages.to("one@official.example")));
        assertTrue(unusable.reason().contains("127.0.0.1"), unusable.reason());
        assertTrue(!unusable.reason().contains("hunter2"), unusable.reason());
        if (where.equals("AUTH") && code < 500) {
          assertTrue(unusable.reason().contains("not today"), unusable.reason());
        }
      }
    }
  }
}
