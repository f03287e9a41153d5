package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back, from the mailbox to the log and into the next plan. */
class BouncesCommandTest {
  private static final String REPORT =
      """
      From: MAILER-DAEMON@relay.example
      Subject: Undelivered Mail Returned to Sender
      Content-Type: multipart/report; report-type=delivery-status; boundary=x

      --x
      Content-Type: message/delivery-status

      Reporting-MTA: dns; relay.example

      Final-Recipient: rfc822; somebody@example.org
      Action: %s
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 <ann@example.org> no such mailbox

      --x
      Content-Type: text/rfc822-headers

      Message-ID: %s

      --x--
      """;

  @TempDir Path folder;
  private Session user;
  private Path returned;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void arrive() throws IOException {
    user = new Session(folder.resolve("home"));
    returned = Files.createDirectory(folder.resolve("returned"));
    server.start();
  }

  @AfterEach
  void leave() {
    server.stop();
  }

  private int send(String name, String... more) {
    return user.run(
        List.of(
            "send",
            "31/22",
            "--to",
            "president",
            "--name",
            name,
            "--email",
            name + "@example.org",
            "--live",
            "--yes",
            "--smtp",
            "smtp://127.0.0.1:" + server.getSmtp().getPort()),
        more);
  }

  private String sentId(int index) throws Exception {
    return server.getReceivedMessages()[index].getMessageID();
  }

  private void comesBack(String file, String action, String messageId) throws IOException {
    Files.writeString(returned.resolve(file + ".eml"), REPORT.formatted(action, messageId));
  }

  private int bounces(String... more) {
    return user.run(List.of("bounces", returned.toString()), more);
  }

  @Test
  void aReportMarksItsActionOnceAndHoweverOftenItIsRead() throws Exception {
    send("ann");
    comesBack("1", "failed", sentId(0));
    assertEquals(0, bounces(), user.err);
    assertTrue(user.err.contains("1 read: 1 bounced"), user.err);
    user.run("log", "--json");
    assertTrue(user.out.contains("\"state\" : \"bounced\""), user.out);
    assertTrue(user.out.contains("550 5.1.1"), user.out);
    assertFalse(user.out.contains("ann@example.org"), user.out);
    assertEquals(0, bounces(), user.err);
    assertTrue(user.err.contains("0 bounced, 1 known already"), user.err);
    user.run("log", "verify");
    assertFalse(user.err.contains("error"), user.err);
  }

  @Test
  void aDryRunSaysItAndNotesNothing() throws Exception {
    send("ann");
    comesBack("1", "failed", sentId(0));
    assertEquals(0, bounces("--dry-run"), user.err);
    assertTrue(user.err.contains("1 bounced (not noted)"), user.err);
    user.run("log", "--state", "bounced", "--json");
    assertEquals("[]", user.out.replaceAll("\\s", ""));
  }

  @Test
  void whatIsDelayedOrForgedChangesNothing() throws Exception {
    send("ann");
    comesBack("1", "delayed", sentId(0));
    comesBack("2", "failed", "<0123456789abcdef0123456789abcdef@example.org>");
    Files.writeString(returned.resolve("3.eml"), "From: x@example.org\n\nhello\n");
    assertEquals(0, bounces("--json"), user.err);
    assertTrue(user.out.contains("\"delayed\" : 1"), user.out);
    assertTrue(user.out.contains("\"not_ours\" : 2"), user.out);
    user.run("log", "--state", "sent");
    assertTrue(user.out.contains("president"), user.out);
  }

  @Test
  void oneReportOfManyMessageIdsMarksOneActionAtMost() throws Exception {
    send("ann");
    send("bob");
    send("eve");
    String all = sentId(0) + " " + sentId(1) + " " + sentId(2);
    Files.writeString(
        returned.resolve("1.eml"),
        REPORT
            .formatted("failed", sentId(0))
            .replaceFirst("Subject", "References: " + all + "\nSubject"));
    bounces();
    assertTrue(user.err.contains("1 bounced"), user.err);
    user.run("log", "--state", "sent");
    assertEquals(2, user.out.lines().count(), user.out);
  }

  @Test
  void anAnswerIsPointedOutAndNotedByHand() throws Exception {
    send("ann");
    Files.writeString(
        returned.resolve("1.eml"),
        "From: office@example.org\nSubject: Re: Appeal\nIn-Reply-To: " + sentId(0) + "\n\nDear…\n");
    assertEquals(0, bounces(), user.err);
    assertTrue(user.err.contains("ua log reply"), user.err);
    assertEquals(
        0,
        user.run(
            "log", "reply", "31/22", "--from", "president", "--on", "2023-05-01", "A form letter"),
        user.err);
    user.run("show", "31/22");
    assertTrue(user.out.contains("1 May 2023"), user.out);
    assertTrue(user.out.contains("A form letter"), user.out);
    user.run("report", "31/22");
    assertTrue(user.out.contains("Replies"), user.out);
    assertEquals(2, user.run("log", "reply", "31/22", "--from", "nobody"));
    assertEquals(2, user.run("log", "reply", "31/22", "--from", "president", "--on", "2023-06-01"));
  }

  @Test
  void aMailboxThatIsNotThereIsWrongInput() {
    assertEquals(2, user.run("bounces", folder.resolve("nowhere").toString()));
    assertTrue(user.err.contains("Maildir"), user.err);
  }
}
