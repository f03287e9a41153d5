package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.ScriptedSmtpServer;

/** Mail to supporters, from the list to what their mail programs see, and back. */
class AlertCommandTest {
  @TempDir Path folder;
  private Session user;
  private Path list;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void arrive() throws IOException {
    user = new Session(folder.resolve("home"));
    list = folder.resolve("list.csv");
    Files.writeString(
        list,
        "name,email,city,country,language\n"
            + "Ann Lee,ann@home.example,Toronto,CA,en\n"
            + "Жанна Ким,zhanna@home.example,Алматы,KZ,ru\n"
            + "Ann Again,ANN@home.example,Toronto,CA,en\n");
    server.start();
  }

  @AfterEach
  void leave() {
    server.stop();
  }

  private int alert(String... more) {
    return user.run(
        List.of(
            "alert",
            "31/22",
            "--supporters",
            list.toString(),
            "--section-from",
            "The Section <alerts@section.example>",
            "--unsubscribe-url",
            "https://section.example/leave/{token}",
            "-o",
            folder.resolve("out").toString()),
        more);
  }

  private int live() {
    return alert("--live", "--yes", "--smtp", "smtp://127.0.0.1:" + server.getSmtp().getPort());
  }

  private MimeMessage to(String address) throws Exception {
    for (MimeMessage message : server.getReceivedMessages()) {
      if (message.getRecipients(Message.RecipientType.TO)[0].toString().contains(address)) {
        return message;
      }
    }
    throw new AssertionError("nothing came for " + address);
  }

  private static String alternative(MimeMessage message, int index) throws Exception {
    Multipart mixed = (Multipart) message.getContent();
    Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
    return (String) alternatives.getBodyPart(index).getContent();
  }

  @Test
  void withoutLiveItIsARehearsal() {
    assertEquals(0, alert(), user.err);
    assertEquals(2, Session.files(folder.resolve("out")).size());
    assertEquals(0, server.getReceivedMessages().length);
  }

  @Test
  void everySupporterGetsTheirLanguageAndTheirLettersOnce() throws Exception {
    assertEquals(0, live(), user.err);
    assertEquals(2, server.getReceivedMessages().length, user.err);
    MimeMessage russian = to("zhanna@");
    assertTrue(russian.getSubject().startsWith("Срочная акция 31/22"), russian.getSubject());
    assertTrue(alternative(russian, 0).contains("Жанна Ким"));
    Multipart parts = (Multipart) to("ann@").getContent();
    List<String> names = new java.util.ArrayList<>();
    for (int i = 1; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      names.add(part.getFileName());
    }
    assertTrue(names.contains("letter-president.pdf"), names.toString());
    assertEquals(0, live(), user.err);
    assertEquals(2, server.getReceivedMessages().length);
    user.run("report", "31/22");
    assertTrue(user.out.contains("0 actions taken"), user.out);
  }

  @Test
  void aRowThatIsNoSupporterStopsNobodyAndIsThereToBeMended() throws Exception {
    Files.writeString(list, "No Address,,Rome,IT,it\n", StandardOpenOption.APPEND);
    assertEquals(1, live(), user.err);
    assertEquals(2, server.getReceivedMessages().length, user.err);
    assertTrue(user.err.contains("1 of 4 rows left out"), user.err);
  }

  @Test
  void aProgramGetsPlanAndSummaryAsJson() {
    assertEquals(0, alert("--json"), user.err);
    assertTrue(user.out.contains("\"(supporter)\" : 2"), user.out);
    assertTrue(user.out.contains("\"sent\" : 2"), user.out);
  }

  @Test
  void whatCannotBeDeliveredComesBackUnderTheAlertsOwnMark() throws Exception {
    try (ScriptedSmtpServer scripted = new ScriptedSmtpServer(event -> null)) {
      String[] options = {
        "--live", "--yes", "--bounces-to", "bounces+*@section.example", "--smtp", scripted.url()
      };
      assertEquals(0, alert(options), user.err);
      String id = scripted.taken().get(0).replaceAll("(?s).*Message-ID: <([0-9a-z.]{33})@.*", "$1");
      assertTrue(
          scripted.commands().contains("MAIL FROM:<bounces+" + id + "@section.example>"),
          scripted.commands().toString());
    }
  }

  @Test
  void theHeadersLetItsReaderLeaveAndTellNobodysAddress() throws Exception {
    live();
    MimeMessage message = to("ann@");
    assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
    assertTrue(message.getHeader("List-Id", null).contains("urgent-actions.section.example"));
    assertEquals("List-Unsubscribe=One-Click", message.getHeader("List-Unsubscribe-Post", null));
    String leave = message.getHeader("List-Unsubscribe", null);
    assertTrue(leave.contains("https://section.example/leave/"), leave);
    assertTrue(leave.contains("mailto:alerts@section.example?subject=unsubscribe%20"), leave);
    assertFalse(leave.contains("ann"), leave);
    assertEquals(null, message.getHeader("Precedence", null));
  }

  @Test
  void nothingInItIsFetchedFromElsewhereAndOnlyTheWayOutIsTheReadersOwn() throws Exception {
    live();
    String ann = alternative(to("ann@"), 1);
    String zhanna = alternative(to("zhanna@"), 1);
    assertFalse(ann.matches("(?is).*(<img|<script|<link|src=|url\\(|@import).*"), ann);
    List<String> hers = links(ann);
    List<String> others = links(zhanna);
    List<String> own =
        hers.stream().filter(link -> link.startsWith("http") && !others.contains(link)).toList();
    assertEquals(1, own.size(), own.toString());
    assertTrue(own.get(0).matches("https://section.example/leave/[0-9a-f]{64}"), own.get(0));
  }

  @Test
  void theWayOutStandsWholeInThePlainText() throws Exception {
    live();
    String text = alternative(to("ann@"), 0);
    assertTrue(text.matches("(?s).*<https://section.example/leave/[0-9a-f]{64}>.*"), text);
  }

  @Test
  void everyMailtoLinkIsShortEnoughAndHoldsNoRawCharacter() throws Exception {
    live();
    for (MimeMessage message : server.getReceivedMessages()) {
      List<String> links =
          links(alternative(message, 1)).stream()
              .filter(link -> link.startsWith("mailto:") && link.contains("body="))
              .toList();
      assertFalse(links.isEmpty());
      for (String link : links) {
        assertTrue(link.length() <= 2000, link.length() + ": " + link);
        assertTrue(link.matches("[!-~]+"), link);
      }
    }
    assertTrue(alternative(to("zhanna@"), 0).contains("letter-president.txt"));
  }

  private static List<String> links(String html) {
    Matcher found = Pattern.compile("href=\"([^\"]*)\"").matcher(html);
    return found.results().map(each -> each.group(1).replace("&amp;", "&")).toList();
  }

  @Test
  void whoIsSuppressedGetsNoneAndWritesNone() throws Exception {
    assertEquals(0, user.run("suppress", "add", "Ann@Home.example"), user.err);
    assertEquals(0, live(), user.err);
    assertEquals(1, server.getReceivedMessages().length);
    assertTrue(user.err.contains("suppression list"), user.err);
    user.run(
        "send",
        "31/22",
        "--to",
        "president",
        "--name",
        "Ann",
        "--email",
        "ann@home.example",
        "--live",
        "--yes",
        "--smtp",
        "smtp://127.0.0.1:" + server.getSmtp().getPort());
    assertEquals(1, server.getReceivedMessages().length, user.err);
    user.run("suppress", "list", "--json");
    assertFalse(user.out.contains("home.example"), user.out);
    user.run("suppress", "remove", "ann@home.example");
    assertEquals(0, live(), user.err);
    assertEquals(2, server.getReceivedMessages().length);
  }

  @Test
  void whoLeavesByMailOrIsGoneIsSuppressedAndNobodyElse() throws Exception {
    live();
    Path returned = Files.createDirectory(folder.resolve("returned"));
    String leave = to("ann@").getHeader("List-Unsubscribe", null);
    Matcher token = Pattern.compile("[0-9a-f]{64}").matcher(leave);
    assertTrue(token.find());
    Files.writeString(
        returned.resolve("1.eml"),
        "From: a@b.example\nSubject: unsubscribe " + token.group() + "\n\n");
    Files.writeString(
        returned.resolve("2.eml"),
        "From: a@b.example\nSubject: unsubscribe " + "0".repeat(64) + "\n\n");
    Files.writeString(
        returned.resolve("3.eml"),
        """
        From: MAILER-DAEMON@relay.example
        Subject: Undelivered
        Content-Type: multipart/report; report-type=delivery-status; boundary=x

        --x
        Content-Type: message/delivery-status

        Final-Recipient: rfc822; somebody-else@home.example
        Action: failed
        Status: 5.1.1

        --x
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --x--
        """
            .formatted(to("zhanna@").getMessageID()));
    assertEquals(0, user.run("bounces", returned.toString()), user.err);
    user.run("suppress", "list", "--json");
    assertEquals(2, Arrays.stream(user.out.split("address_hash")).count() - 1, user.out);
    assertTrue(user.out.contains("asked by mail"), user.out);
    assertTrue(user.out.contains("bounced: 5.1.1"), user.out);
  }
}
