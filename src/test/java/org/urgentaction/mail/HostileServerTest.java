package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that mean harm or are broken: whatever they do ends soon, and says little. */
@Timeout(120)
class HostileServerTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(700));
  private static final OutgoingMessage MESSAGE = Messages.to("official@official.example");
  private static final WrittenMessage WRITTEN = new MimeWriter().written(MESSAGE);

  private final List<String> heard = new CopyOnWriteArrayList<>();

  /** What a server does with one connection. */
  private interface Malice {
    void converse(Socket socket, OutputStream out, BufferedReader in) throws Exception;
  }

  private Delivery offer(String url, Malice malice) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
      Thread server =
          new Thread(
              () -> {
                while (!listening.isClosed()) {
                  try (Socket socket = listening.accept()) {
                    malice.converse(
                        socket,
                        socket.getOutputStream(),
                        new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), ISO_8859_1)));
                  } catch (Exception e) {
                    heard.add("(gone)"); // the client hung up, as it should
                  }
                }
              });
      server.setDaemon(true);
      server.start();
      String place = url.replace("PORT", Integer.toString(listening.getLocalPort()));
      try (SmtpConnection connection =
          new SmtpConnection(SmtpServer.parse(place), "hunter2"::toCharArray, SHORT)) {
        return connection.send(WRITTEN, () -> heard.add("(handed over)"));
      }
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write((text + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  /** Answers politely until a line begins with the verb, then misbehaves. */
  private Malice at(String verb, String ehlo, Malice then) {
    return (socket, out, in) -> {
      say(out, "220 ready");
      String line;
      while ((line = in.readLine()) != null) {
        heard.add(line);
        String upper = line.toUpperCase(Locale.ROOT);
        if (upper.startsWith(verb)) {
          then.converse(socket, out, in);
          return;
        }
        say(out, upper.startsWith("EHLO") ? ehlo : upper.equals("DATA") ? "354 go" : "250 ok");
      }
    };
  }

  private static final String PLAIN = "250-script\r\n250 SIZE 1000000";

  @Test
  void aGreetingThatNeverEndsIsLeft() throws Exception {
    Delivery flood =
        offer(
            "smtp://127.0.0.1:PORT",
            (socket, out, in) -> {
              while (true) {
                out.write("220-welcome, and more\r\n".repeat(1000).getBytes(ISO_8859_1));
              }
            });
    assertInstanceOf(Delivery.ServerUnusable.class, flood);
    Delivery drip =
        offer(
            "smtp://127.0.0.1:PORT",
            (socket, out, in) -> {
              while (true) {
                say(out, "220-wait");
                Thread.sleep(50);
              }
            });
    assertInstanceOf(Delivery.ServerUnusable.class, drip);
  }

  @Test
  void aLineOfAHundredMegabytesIsNotKept() throws Exception {
    Delivery delivery =
        offer(
            "smtp://127.0.0.1:PORT",
            at(
                "RCPT",
                PLAIN,
                (socket, out, in) -> {
                  byte[] part = "550 ".repeat(1 << 18).getBytes(ISO_8859_1);
                  for (int i = 0; i < 100; i++) {
                    out.write(part);
                  }
                }));
    Delivery.Deferred deferred = assertInstanceOf(Delivery.Deferred.class, delivery);
    assertTrue(deferred.connectionLost());
    assertTrue(deferred.reply().length() < 200, deferred.reply());
  }

  @Test
  void aMillionLinesOfOneAnswerAreNotRead() throws Exception {
    Delivery delivery =
        offer(
            "smtp://127.0.0.1:PORT",
            at(
                "DATA",
                PLAIN,
                (socket, out, in) -> {
                  for (int i = 0; i < 1000; i++) {
                    out.write("354-x\r\n".repeat(1000).getBytes(ISO_8859_1));
                  }
                  say(out, "354 now");
                }));
    assertInstanceOf(Delivery.Deferred.class, delivery);
    assertFalse(heard.contains("(handed over)"), heard.toString());
  }

  @Test
  void escapesAndControlsInAReplyReachNobody() throws Exception {
    String evil = "550 \u001b]0;pwned\u0007\u001b[2J\u009b31m\u0000\b\b\tno \u00ad\u007f";
    Delivery.Rejected rejected =
        assertInstanceOf(
            Delivery.Rejected.class,
            offer(
                "smtp://127.0.0.1:PORT",
                at(
                    "RCPT",
                    PLAIN,
                    (socket, out, in) -> {
                      say(out, evil);
                      in.readLine();
                      say(out, "250 reset");
                      in.readLine();
                    })));
    assertTrue(rejected.reply().startsWith("550 "), rejected.reply());
    assertTrue(rejected.reply().chars().noneMatch(Character::isISOControl), rejected.reply());
  }

  @Test
  void silenceAtEachCommandEndsInTime() throws Exception {
    for (String verb : List.of("EHLO", "MAIL", "RCPT", "DATA")) {
      Delivery delivery =
          offer("smtp://127.0.0.1:PORT", at(verb, PLAIN, (socket, out, in) -> Thread.sleep(3000)));
      if (verb.equals("EHLO")) {
        assertInstanceOf(Delivery.ServerUnusable.class, delivery, verb);
      } else {
        Delivery.Deferred deferred = assertInstanceOf(Delivery.Deferred.class, delivery, verb);
        assertTrue(deferred.reply().contains("took too long"), deferred.reply());
      }
    }
    assertFalse(heard.contains("(handed over)"));
  }

  @Test
  void aYesToNonsenseIsNoSignIn() throws Exception {
    for (String yes : List.of("250 fine", "220 fine", "334 ", "235")) {
      heard.clear();
      Delivery delivery =
          offer(
              "smtp://me@127.0.0.1:PORT",
              at(
                  "AUTH",
                  "250-script\r\n250 AUTH CRAM-MD5 GSSAPI",
                  (socket, out, in) -> {
                    say(out, yes);
                    in.readLine();
                  }));
      assertInstanceOf(Delivery.ServerUnusable.class, delivery, yes);
      assertFalse(heard.contains("(handed over)"));
      assertTrue(heard.stream().noneMatch(line -> line.startsWith("MAIL")), heard.toString());
    }
    Delivery lax =
        offer(
            "smtp://me@127.0.0.1:PORT",
            at(
                "AUTH",
                "250-script\r\n250 AUTH PLAIN",
                (socket, out, in) -> {
                  say(out, "250 whatever you say");
                  in.readLine();
                }));
    assertInstanceOf(Delivery.ServerUnusable.class, lax);
  }

  @Test
  void withoutTlsThePasswordIsNotGivenEvenWhereItIsAskedFor() throws Exception {
    for (String starttls : List.of("454 not now", "250 ok", "502 what")) {
      Delivery delivery =
          offer(
              "smtp+starttls://me@127.0.0.1:PORT",
              at(
                  "STARTTLS",
                  "250-script\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
                  (socket, out, in) -> {
                    say(out, starttls);
                    String line;
                    while ((line = in.readLine()) != null) {
                      heard.add(line);
                      say(out, "250 AUTH PLAIN LOGIN");
                    }
                  }));
      assertInstanceOf(Delivery.ServerUnusable.class, delivery, starttls);
    }
    assertTrue(heard.stream().noneMatch(line -> line.startsWith("AUTH")), heard.toString());
    assertTrue(heard.stream().noneMatch(line -> line.startsWith("MAIL")), heard.toString());
  }

  @Test
  void whatIsSlippedInBehindTheAnswerToStarttlsIsNotBelieved() throws Exception {
    Delivery delivery =
        offer(
            "smtp+starttls://me@127.0.0.1:PORT",
            at(
                "STARTTLS",
                "250-script\r\n250 STARTTLS",
                (socket, out, in) -> {
                  say(out, "220 go ahead\r\n250-evil\r\n250 AUTH PLAIN LOGIN\r\n235 you are in");
                  String line;
                  while ((line = in.readLine()) != null) {
                    heard.add(line);
                  }
                }));
    assertInstanceOf(Delivery.ServerUnusable.class, delivery);
    assertTrue(
        heard.stream().noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL")),
        heard.toString());
  }

  @Test
  void aServerThatSpeaksNoTlsOnItsTlsPortIsNamed() throws Exception {
    Delivery.ServerUnusable unusable =
        assertInstanceOf(
            Delivery.ServerUnusable.class,
            offer("smtps://me@127.0.0.1:PORT", (socket, out, in) -> say(out, "220 plain old me")));
    assertTrue(unusable.reason().contains("TLS"), unusable.reason());
    assertEquals(-1, unusable.reason().indexOf("hunter2"));
  }
}
