package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CredentialsTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
  private static final OutgoingMessage MESSAGE = Messages.to("official@official.example");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<Clock> clock =
      new AtomicReference<>(Clock.fixed(START, ZoneOffset.UTC));

  private char[] next() {
    return ("token" + asked.incrementAndGet()).toCharArray();
  }

  private Credentials token() {
    return Credentials.token(this::next, () -> clock.get().instant(), Duration.ofMinutes(45));
  }

  /** A server that lets in who shows this token. */
  private static ScriptedSmtpServer server(String token) throws Exception {
    String shown =
        Base64.getEncoder()
            .encodeToString(
                ("user=me@example.org\u0001auth=Bearer " + token + "\u0001\u0001")
                    .getBytes(StandardCharsets.US_ASCII));
    return new ScriptedSmtpServer(
        event ->
            switch (event.verb()) {
              case "EHLO" -> "250-script\r\n250 AUTH XOAUTH2 PLAIN LOGIN";
              case "AUTH" -> event.line().endsWith(" " + shown) ? "235 in" : "535 expired";
              default -> null;
            });
  }

  private static SmtpServer place(ScriptedSmtpServer server) {
    return SmtpServer.parse(server.url().replace("smtp://", "smtp://me@example.org;AUTH=XOAUTH2@"));
  }

  private static Delivery offer(ScriptedSmtpServer server, Credentials credentials) {
    try (SmtpConnection connection = new SmtpConnections(place(server), credentials, SHORT).get()) {
      return connection.send(new MimeWriter().written(MESSAGE), () -> {});
    }
  }

  @Test
  void aTokenThatWasRefusedOnceIsAskedForAgain() throws Exception {
    try (ScriptedSmtpServer server = server("token2");
        Credentials credentials = token()) {
      assertInstanceOf(Delivery.Accepted.class, offer(server, credentials));
      assertEquals(2, asked.get());
      assertInstanceOf(Delivery.Accepted.class, offer(server, credentials));
      assertEquals(2, asked.get());
      assertTrue(server.commands().stream().noneMatch(line -> line.startsWith("AUTH PLAIN")));
    }
  }

  @Test
  void aTokenThatIsRefusedTwiceStopsEverything() throws Exception {
    try (ScriptedSmtpServer server = server("never");
        Credentials credentials = token()) {
      Delivery.ServerUnusable unusable =
          assertInstanceOf(Delivery.ServerUnusable.class, offer(server, credentials));
      assertTrue(!unusable.reason().contains("token2"), unusable.reason());
      assertEquals(2, asked.get());
    }
  }

  @Test
  void anOldTokenIsNotEvenTriedOnANewConnection() throws Exception {
    try (ScriptedSmtpServer first = server("token1");
        ScriptedSmtpServer second = server("token2");
        Credentials credentials = token()) {
      assertInstanceOf(Delivery.Accepted.class, offer(first, credentials));
      clock.set(Clock.offset(clock.get(), Duration.ofMinutes(46)));
      assertInstanceOf(Delivery.Accepted.class, offer(second, credentials));
      assertEquals(1, second.commands().stream().filter(line -> line.startsWith("AUTH")).count());
    }
  }

  @Test
  void aPasswordIsAskedForOnceAndNeverAgain() throws Exception {
    try (ScriptedSmtpServer server = server("token2");
        Credentials credentials = Credentials.password(this::next)) {
      assertInstanceOf(Delivery.ServerUnusable.class, offer(server, credentials));
      assertInstanceOf(Delivery.ServerUnusable.class, offer(server, credentials));
      assertEquals(1, asked.get());
    }
  }
}
