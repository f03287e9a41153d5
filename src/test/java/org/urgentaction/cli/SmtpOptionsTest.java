package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.ScriptedSmtpServer;

/** Which server, and with what secret, as a user says it. */
class SmtpOptionsTest {
  @TempDir Path folder;
  private Session user;

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
  }

  private int send(String url, String... more) {
    return user.send(
        Stream.concat(Stream.of("--email", "me@example.org", "--smtp", url), Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  void aTokenCommandIsAskedAgainWhenItsTokenIsRefused() throws Exception {
    Path count = folder.resolve("count");
    user.environment.put(
        "UA_SMTP_TOKEN_COMMAND",
        "echo x >> '" + count + "'; echo token$(wc -l < '" + count + "' | tr -d ' ')");
    String good =
        Base64.getEncoder()
            .encodeToString(
                "user=me@example.org\u0001auth=Bearer token2\u0001\u0001"
                    .getBytes(StandardCharsets.US_ASCII));
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event ->
                switch (event.verb()) {
                  case "EHLO" -> "250-x\r\n250 AUTH PLAIN XOAUTH2";
                  case "AUTH" ->
                      event.line().equals("AUTH XOAUTH2 " + good) ? "235 in" : "535 expired";
                  default -> null;
                })) {
      String url = server.url().replace("//", "//me@example.org@");
      assertEquals(0, send(url, "--live", "--yes"), user.err);
      assertEquals(1, server.taken().size());
      assertEquals(2, Files.readAllLines(count).size());
      assertTrue(server.commands().stream().noneMatch(line -> line.startsWith("AUTH PLAIN")));
    }
  }

  @Test
  void aSecretCommandThatFailsIsNamedAndItsWordsAreNot() throws Exception {
    user.environment.put("UA_SMTP_PASSWORD_COMMAND", "echo hunter2; exit 3");
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> event.verb().equals("EHLO") ? "250-x\r\n250 AUTH PLAIN" : null)) {
      String url = server.url().replace("//", "//me@example.org@");
      assertEquals(2, send(url, "--live", "--yes"));
      assertTrue(user.err.contains("UA_SMTP_PASSWORD_COMMAND failed"), user.err);
      assertFalse(user.err.contains("hunter2"), user.err);
      assertEquals(List.of(), server.taken());
    }
  }

  @Test
  void aCheckTellsWhatIsWrongAndSendsNothing() throws Exception {
    try (ScriptedSmtpServer server =
        new ScriptedSmtpServer(
            event -> event.verb().equals("EHLO") ? "250-small.example\r\n250 SIZE 2000" : null)) {
      assertEquals(1, send(server.url(), "--check-server"), user.err);
      assertTrue(user.out.contains("is small.example"), user.out);
      assertTrue(user.out.contains("and the server takes 2000"), user.out);
      assertTrue(user.out.contains("→ send without --attach"), user.out);
      assertEquals(0, user.run("send", "--check-server", "--json", "--smtp", server.url()));
      assertTrue(user.out.contains("\"usable\" : true"), user.out);
      assertEquals(List.of(), server.taken());
      assertEquals(0, user.run("log"));
      assertFalse(user.out.contains("president"), user.out);
    }
  }

  @Test
  void whatIsMissingIsAskedFor() {
    assertEquals(2, user.run("send"));
    assertTrue(user.err.contains("which campaign?"), user.err);
    assertEquals(2, user.run("send", "--check-server"));
    assertTrue(user.err.contains("no mail server is named"), user.err);
    assertEquals(2, user.run("send", "--check-server", "--smtp", "gmail"));
    assertTrue(user.err.contains("gmail:you@gmail.com"), user.err);
  }
}
