package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.ScriptedSmtpServer;

/** In whose name, from whose mailbox: as a user asks for it, as a server sees it. */
class SenderOptionsTest {
  private static final String SECTION = "Amnesty Section <letters@section.example>";

  @TempDir Path folder;
  private Session user;

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
  }

  /** The message to the president, rehearsed. */
  private String rehearsed(String... more) throws IOException {
    Path output = folder.resolve("rehearsal");
    int status =
        user.run(
            List.of(
                "send",
                "31/22",
                "--to",
                "president",
                "--city",
                "Toronto",
                "--country",
                "CA",
                "-o",
                output.toString()),
            more);
    assertEquals(0, status, user.err);
    return Files.readString(output.resolve(Session.files(output).get(0)));
  }

  @Test
  void aSectionSendsInTheWritersNameAndTheWriterGetsTheAnswer() throws Exception {
    String message =
        rehearsed("--name", "Ann Lee", "--email", "ann@example.org", "--section-from", SECTION);
    assertTrue(
        message.contains("\r\nFrom: Ann Lee via Amnesty Section <letters@section.example>\r\n"),
        message);
    assertTrue(message.contains("\r\nReply-To: Ann Lee <ann@example.org>\r\n"), message);
    assertTrue(
        message.matches(
            "(?s).*\r\nMessage-ID: <[0-9a-z]{12}\\.[0-9a-f]{20}@section\\.example>\r\n.*"));
    assertFalse(message.contains("\r\nSender:"), message);
    assertFalse(message.contains("Auto-Submitted"), message);
  }

  @Test
  void throughASectionNobodyNeedsAnAddressAndWhoSignsWithInitialsGivesNone() throws Exception {
    user.environment.put("UA_SECTION_FROM", SECTION);
    String without = rehearsed("--name", "Ann Lee");
    assertTrue(without.contains("From: Ann Lee via Amnesty Section <"), without);
    assertFalse(without.contains("Reply-To"), without);
    String safe = rehearsed("--name", "Bob Ray", "--email", "bob@example.org", "--safe");
    assertFalse(safe.contains("Bob"), safe);
    assertFalse(safe.contains("bob@"), safe);
  }

  @Test
  void answersMayGoToTheSectionInstead() throws Exception {
    String message =
        rehearsed(
            "--name",
            "Ann Lee",
            "--email",
            "ann@example.org",
            "--section-from",
            SECTION,
            "--section-replies");
    assertFalse(message.contains("Reply-To"), message);
    assertFalse(message.contains("ann@example.org"), message);
  }

  @Test
  void bouncesNameTheActionAndNobody() throws Exception {
    try (ScriptedSmtpServer server = new ScriptedSmtpServer(event -> null)) {
      int status =
          user.send(
              "--section-from",
              SECTION,
              "--bounces-to",
              "bounces+*@section.example",
              "--live",
              "--yes",
              "--smtp",
              server.url());
      assertEquals(0, status, user.err);
      String message = server.taken().get(0);
      String id = message.replaceAll("(?s).*Message-ID: <([0-9a-z.]{33})@.*", "$1");
      assertTrue(
          server.commands().contains("MAIL FROM:<bounces+" + id + "@section.example>"),
          server.commands().toString());
    }
  }

  @Test
  void anOwnMailboxThroughAStrangersServerIsWarnedOfBeforeAnythingIsSent() {
    int status =
        user.send(
            "--email",
            "ann@freemail.example",
            "--live",
            "--smtp",
            "smtp+starttls://me@section.example@mail.section.example");
    assertEquals(3, status, user.err);
    assertTrue(user.err.contains("1 from freemail.example through mail.section"), user.err);
    assertTrue(user.err.contains("--section-from"), user.err);
    user.send(
        "--email",
        "ann@section.example",
        "--live",
        "--smtp",
        "smtp+starttls://me@section.example@mail.section.example");
    assertFalse(user.err.contains("vouch"), user.err);
  }

  @Test
  void whatIsNoSectionIsRefusedBeforeAnythingIsDone() {
    for (List<String> wrong :
        List.of(
            List.of("--section-from", "Section <letters@section.example>, x@y.example"),
            List.of("--section-from", "Аmnesty <letters@section.example>"),
            List.of("--section-replies"),
            List.of("--bounces-to", "Bounces <b@section.example>"))) {
      assertEquals(
          2,
          user.run(
              List.of("send", "31/22", "--name", "Ann", "--city", "Rome", "--email", "a@b.example"),
              wrong.toArray(String[]::new)),
          wrong.toString());
    }
    user.environment.put("UA_DKIM_KEY", folder.resolve("none.pem").toString());
    user.environment.put("UA_SECTION_FROM", SECTION);
    assertEquals(2, user.run("send", "31/22", "--name", "Ann", "--city", "Rome"));
    assertTrue(user.err.contains("UA_DKIM_SELECTOR"), user.err);
  }
}
