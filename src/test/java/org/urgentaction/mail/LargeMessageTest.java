package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that are larger than any buffer on their way. */
@Timeout(60)
class LargeMessageTest {
  private static final int MEGABYTES_3 = 3_000_000;
  private static final int MEGABYTES_20 = 20_000_000;

  private final AtomicInteger handovers = new AtomicInteger();

  private static WrittenMessage message(String text, int attached) {
    byte[] file = new byte[attached];
    new Random(attached).nextBytes(file);
    return new MimeWriter()
        .written(
            new OutgoingMessage(
                MailAddress.of("from", "A Writer", "writer@example.org"),
                null,
                null,
                MailAddress.of("to", null, "official@official.example"),
                List.of(),
                "Release her",
                Locale.ENGLISH,
                text,
                null,
                List.of(new Attachment("letter.pdf", "application/pdf", file)),
                Instant.parse("2026-03-01T12:00:00Z"),
                "<abc123@example.org>"));
  }

  private Delivery offer(SmtpConnection connection, WrittenMessage message) {
    return connection.send(message, handovers::incrementAndGet);
  }

  @Test
  void eachArrivesByteForByteOneAfterTheOther() throws Exception {
    SmtpTimeouts timeouts = SmtpTimeouts.usual();
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null);
        SmtpConnection connection =
            new SmtpConnection(server.address(), () -> new char[0], timeouts)) {
      List<WrittenMessage> messages =
          List.of(
              message("Please.\n", MEGABYTES_3),
              message(".\n".repeat(200_000), 10),
              message("Please.\n", 45_000),
              message("Please.\n", 49_000));
      for (WrittenMessage message : messages) {
        assertInstanceOf(Delivery.Accepted.class, offer(connection, message));
      }
      for (int i = 0; i < messages.size(); i++) {
        assertArrayEquals(
            messages.get(i).bytes(), server.taken().get(i).getBytes(ISO_8859_1), "message " + i);
      }
    }
  }

  @Test
  void aServerThatStopsReadingAmidTheTextIsLeftInTime() throws Exception {
    SmtpTimeouts timeouts =
        new SmtpTimeouts(Duration.ofSeconds(5), Duration.ofMillis(400), Duration.ofSeconds(50));
    CountDownLatch end = new CountDownLatch(1);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Thread server = new Thread(() -> converse(listening, end));
      server.start();
      SmtpServer address = SmtpServer.parse("smtp://127.0.0.1:" + listening.getLocalPort());
      try (SmtpConnection connection = new SmtpConnection(address, () -> new char[0], timeouts)) {
        Delivery.Deferred left =
            assertInstanceOf(
                Delivery.Deferred.class, offer(connection, message("Please.\n", MEGABYTES_20)));
        assertTrue(left.reply().contains("took too long"), left.reply());
        assertTrue(left.connectionLost());
        assertEquals(0, handovers.get());
      } finally {
        end.countDown();
        server.join();
      }
    }
  }

  private static void converse(ServerSocket listening, CountDownLatch end) {
    try (Socket socket = listening.accept()) {
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      out.write("220 ready\r\n".getBytes(ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write((line.equals("DATA") ? "354 go\r\n" : "250 ok\r\n").getBytes(ISO_8859_1));
        if (line.equals("DATA")) {
          end.await(); // and reads no more
          return;
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
