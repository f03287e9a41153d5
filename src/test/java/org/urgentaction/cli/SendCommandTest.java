package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.ScriptedSmtpServer;

class SendCommandTest {
  @TempDir Path folder;
  private Session user;
  private Path rehearsal;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
    rehearsal = folder.resolve("rehearsal");
    server.start();
  }

  @AfterEach
  void leave() {
    server.stop();
  }

  private int send(String... more) {
    return user.run(
        List.of(
            "send",
            "31/22",
            "--name",
            "Ann Lee",
            "--city",
            "Toronto",
            "--country",
            "CA",
            "--email",
            "ann@example.org",
            "-o",
            rehearsal.toString()),
        more);
  }

  private String smtp() {
    return "smtp://127.0.0.1:" + server.getSmtp().getPort();
  }

  @Test
  void withoutLiveNothingLeavesTheProgramAndEveryMessageIsThereToRead() throws Exception {
    assertEquals(0, send(), user.err);
    List<String> messages = Session.files(rehearsal);
    assertEquals(2, messages.size(), messages.toString());
    assertEquals(0, server.getReceivedMessages().length);
    assertTrue(user.err.contains("A rehearsal: nothing left this program"), user.err);
    assertTrue(user.out.contains("udp@udp-rk.kz"), user.out);
    assertTrue(user.err.contains("--live"), user.err);
    String first = Files.readString(rehearsal.resolve(messages.get(0)));
    assertTrue(first.contains("From: Ann Lee <ann@example.org>"), first);
    assertTrue(first.contains("To: "), first);
    user.run("log");
    assertTrue(user.out.contains("rehearsed"), user.out);
  }

  @Test
  void liveSendsTheSameOnceAndASecondRunSaysWhyItSendsNothing() throws Exception {
    assertEquals(0, send("--live", "--yes", "--smtp", smtp()), user.err);
    MimeMessage[] received = server.getReceivedMessages();
    assertEquals(2, received.length);
    assertEquals(
        "udp@udp-rk.kz",
        ((InternetAddress) received[0].getRecipients(Message.RecipientType.TO)[0]).getAddress());
    assertEquals(0, send("--live", "--yes", "--smtp", smtp()), user.err);
    assertEquals(2, server.getReceivedMessages().length);
    assertTrue(user.err.contains("already sent on 2023-05-02"), user.err);
    user.run("log", "--json");
    assertTrue(user.out.contains("\"state\" : \"sent\""), user.out);
    user.run("report");
    assertTrue(user.out.contains("2 actions taken"), user.out);
  }

  @Test
  void aRehearsalIsWhatLiveSends() throws Exception {
    send();
    List<String> files = Session.files(rehearsal);
    send("--live", "--yes", "--smtp", smtp());
    MimeMessage sent = server.getReceivedMessages()[0];
    String rehearsed = Files.readString(rehearsal.resolve(files.get(0)));
    assertTrue(rehearsed.contains(sent.getMessageID()), rehearsed);
    assertTrue(rehearsed.contains("Subject: " + sent.getHeader("Subject", null)), rehearsed);
  }

  @Test
  void nobodyIsThereToConfirmSoNothingIsSent() {
    assertEquals(3, send("--live", "--smtp", smtp()));
    assertTrue(user.err.contains("--yes"), user.err);
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void aPersonWhoDoesNotSayYesSendsNothing() {
    user.typing("no\n");
    assertEquals(3, send("--live", "--smtp", smtp()));
    assertEquals(0, server.getReceivedMessages().length);
    user.typing("yes\n");
    assertEquals(0, send("--live", "--smtp", smtp()), user.err);
    assertEquals(2, server.getReceivedMessages().length);
  }

  @Test
  void aTestGoesToOneselfAndCountsForNothing() throws Exception {
    assertEquals(0, send("--test-to", "me@example.org", "--smtp", smtp()), user.err);
    for (MimeMessage message : server.getReceivedMessages()) {
      assertEquals(
          "[me@example.org]", Arrays.toString(message.getRecipients(Message.RecipientType.TO)));
    }
    user.run("report");
    assertTrue(user.out.contains("0 actions taken"), user.out);
  }

  @Test
  void thePrintedLetterIsAttachedWhereThatIsAsked() throws Exception {
    send("--live", "--yes", "--attach", "--smtp", smtp());
    String raw =
        com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(server.getReceivedMessages()[0]);
    assertTrue(raw.contains("application/pdf"), raw);
    assertTrue(raw.contains("JVBERi"), "the attachment is a PDF");
  }

  @Test
  void theEmbassyGetsTheCopyThatItsLetterSpeaksOf() throws Exception {
    assertEquals(0, send("--to", "embassy-ca"), user.err);
    String message = Files.readString(rehearsal.resolve(Session.files(rehearsal).get(0)));
    assertTrue(message.contains("letter-president.pdf"), message);
  }

  @Test
  void nothingOfTheSendersMachineIsInTheMessage() throws Exception {
    send();
    String host = java.net.InetAddress.getLocalHost().getHostName();
    for (String file : Session.files(rehearsal)) {
      String message = Files.readString(rehearsal.resolve(file));
      String headers = message.substring(0, message.indexOf("\r\n\r\n"));
      assertFalse(headers.contains(host), headers);
      assertFalse(headers.contains(System.getProperty("user.name") + "@"), headers);
      assertFalse(headers.matches("(?is).*(x-mailer|user-agent|received):.*"), headers);
      assertTrue(headers.contains("+0000"), headers);
    }
  }

  @Test
  void aClosedCampaignIsRefusedByBothReasonsAndSaysWhatCanBeDone() {
    assertEquals(
        3,
        user.run(
            "send",
            "ua-31-22-1",
            "--name",
            "A",
            "--email",
            "a@example.org",
            "-o",
            rehearsal.toString()));
    assertTrue(user.err.contains("12 May 2022"), user.err);
    assertTrue(user.err.contains("superseded by ua-31-22-3"), user.err);
    assertTrue(user.err.contains("ua letter ua-31-22-3"), user.err);
    assertTrue(user.err.contains("--anyway"), user.err);
    assertEquals(List.of(), Session.files(rehearsal));
  }

  @Test
  void aNewerIssueThatComesOutWhileABatchRunsStopsTheRest() throws Exception {
    Path campaigns = Files.createDirectories(folder.resolve("campaigns"));
    String issue = BadInputTest.GOOD;
    Files.writeString(campaigns.resolve("first.yaml"), issue);
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "name,email\nA,a@example.org\nB,b@example.org\nC,c@example.org\n");
    try (ScriptedSmtpServer slow =
        new ScriptedSmtpServer(
            event -> {
              if (event.verb().equals("DATA") && event.message() == 1) {
                write(campaigns.resolve("second.yaml"), issue.replace("issue: 1", "issue: 2"));
                sleep(); // the folder is looked at ten times a second
              }
              return null;
            })) {
      assertEquals(
          3,
          user.run(
              "send",
              "first",
              "--campaigns",
              campaigns.toString(),
              "--supporters",
              list.toString(),
              "--live",
              "--yes",
              "--smtp",
              slow.url()),
          user.err);
      assertEquals(1, slow.taken().size());
      assertTrue(user.out.contains("superseded by second"), user.out);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasDoneByHandIsNotSentAgain() {
    assertEquals(
        0,
        user.run(
            "log",
            "add",
            "31/22",
            "--to",
            "president",
            "--channel",
            "email",
            "--name",
            "Ann Lee",
            "--email",
            "ann@example.org",
            "--country",
            "CA"),
        user.err);
    assertEquals(0, send("--live", "--yes", "--smtp", smtp()), user.err);
    assertEquals(1, server.getReceivedMessages().length);
    assertTrue(user.err.contains("already emailed"), user.err);
  }

  @Test
  void aListIsSentInEverybodysName() throws Exception {
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        "name;email;country;language\nA;a@example.org;CA;en\nЖанна Ким;b@example.org;KZ;ru\n");
    assertEquals(
        0,
        user.run(
            "send", "31/22", "--supporters", list.toString(), "--live", "--yes", "--smtp", smtp()),
        user.err);
    assertEquals(3, server.getReceivedMessages().length);
    List<String> languages = new ArrayList<>();
    for (MimeMessage message : server.getReceivedMessages()) {
      InternetAddress from = (InternetAddress) message.getFrom()[0];
      languages.add(
          message.getContentLanguage()[0]
              + " from "
              + from.getPersonal()
              + " "
              + from.getAddress());
    }
    assertTrue(
        languages.containsAll(
            List.of("en from A a@example.org", "ru from Жанна Ким b@example.org")),
        languages.toString());
  }
}
