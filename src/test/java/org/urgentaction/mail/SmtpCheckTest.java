package org.urgentaction.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.urgentaction.mail.ServerReport.Level;

@Timeout(60)
class SmtpCheckTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(1));
  private static final MailAddress SENDER = MailAddress.of("from", null, "ann@example.org");

  private static ServerReport check(SmtpServer server, long largest, boolean international) {
    try (Credentials credentials = Credentials.password("hunter2"::toCharArray)) {
      return new SmtpCheck(server, credentials, SHORT, Instant.parse("2026-03-01T12:00:00Z"))
          .run(SENDER, largest, international);
    }
  }

  private static ServerReport.Finding finding(ServerReport report, String subject) {
    return report.findings().stream()
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError(subject + " in " + report));
  }

  @Test
  void aServerThatTakesEverythingIsSaidToAndGetsNoMail() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event ->
                event.verb().equals("EHLO")
                    ? "250-mail.script.example at your service\r\n250-SIZE 5000\r\n250 SMTPUTF8"
                    : null)) {
      ServerReport report = check(server.address(), 4000, true);
      assertTrue(report.usable(), report.toString());
      assertEquals("mail.script.example", report.name());
      assertEquals(List.of("SIZE 5000", "SMTPUTF8"), report.extensions());
      assertTrue(finding(report, "size").words().contains("4000 bytes of the 5000"));
      assertEquals(
          List.of("EHLO [127.0.0.1]", "MAIL FROM:<ann@example.org>", "RSET", "QUIT"),
          server.commands());
      assertEquals(List.of(), server.taken());
    }
  }

  @Test
  void whatWouldGoWrongIsSaidWithTheNextStep() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event ->
                switch (event.verb()) {
                  case "EHLO" -> "250-script\r\n250 SIZE 5000";
                  case "MAIL" -> "553 \u001b[31mnot owned by you";
                  default -> null;
                })) {
      ServerReport report = check(server.address(), 6000, true);
      assertFalse(report.usable());
      for (String subject : List.of("size", "smtputf8", "sender")) {
        assertEquals(Level.WRONG, finding(report, subject).level(), subject);
        assertFalse(finding(report, subject).nextStep().isBlank(), subject);
      }
      assertTrue(finding(report, "sender").words().contains("[31mnot owned by you"));
      assertFalse(report.toString().contains("\u001b"), report.toString());
    }
  }

  @Test
  void aServerThatIsNotThereOrSaysNothingIsNamed() throws Exception {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = gone.getLocalPort();
      SmtpServer silent = SmtpServer.parse("smtp://127.0.0.1:" + port);
      assertTrue(finding(check(silent, 0, false), "connection").words().contains("not answer"));
    }
    SmtpServer absent = SmtpServer.parse("smtp://127.0.0.1:" + port);
    ServerReport report = check(absent, 0, false);
    assertTrue(finding(report, "connection").words().contains("cannot be reached"));
    assertFalse(report.usable());
  }

  @Test
  void aServerThatAsksForNoPasswordIsNotGivenOne() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      ServerReport report =
          check(SmtpServer.parse(server.url().replace("//", "//me@example.org@")), 0, false);
      assertEquals(Level.WRONG, finding(report, "sign-in").level());
      assertFalse(report.toString().contains("hunter2"));
      assertTrue(server.commands().stream().noneMatch(line -> line.startsWith("AUTH")));
    }
  }
}
