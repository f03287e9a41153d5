package org.urgentaction.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.problem.InvalidInputException;

class MailboxTest {
  @TempDir Path folder;
  private @Nullable GreenMail server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private static List<String> subjects(Mailbox mailbox) {
    List<String> subjects = new ArrayList<>();
    mailbox.read(
        (place, bytes) -> subjects.add(MessageScanner.scan(bytes).header().get("subject")));
    return subjects;
  }

  private static Mailbox of(String source) {
    return Mailbox.of(source, null, "secret"::toCharArray);
  }

  private static String message(String subject) {
    return "From: a@b.example\nSubject: %s\n\nwords\n".formatted(subject);
  }

  @Test
  void aFolderOfMessagesIsReadInTheOrderOfItsNames() throws IOException {
    Files.writeString(folder.resolve("2.eml"), message("two"));
    Files.writeString(folder.resolve("1.EML"), message("one"));
    Files.writeString(folder.resolve("notes.txt"), "Subject: not this\n");
    Files.createDirectory(folder.resolve("3.eml"));
    assertEquals(List.of("one", "two"), subjects(of(folder.toString())));
  }

  @Test
  void aMaildirsCurAndNewAreReadAndItsTmpIsNot() throws IOException {
    for (String part : List.of("cur", "new", "tmp")) {
      Files.createDirectory(folder.resolve(part));
      Files.writeString(folder.resolve(part).resolve("1683.M1.host:2,S"), message(part));
    }
    assertEquals(List.of("cur", "new"), subjects(of(folder.toString())));
  }

  @Test
  void anMboxIsPartedWhereAFromLineFollowsAnEmptyOne() throws IOException {
    Path mbox = folder.resolve("mbox");
    Files.writeString(
        mbox,
        "From a@b.example Tue May  2 12:00:00 2023\n"
            + message("one")
            + "From here on nothing is empty above, so this is text.\n\n"
            + "From c@d.example Tue May  2 12:00:01 2023\n"
            + message("two").replace("\n", "\r\n")
            + "\r\n"
            + "From e@f.example Tue May  2 12:00:02 2023\n"
            + message("three"));
    assertEquals(List.of("one", "two", "three"), subjects(of(mbox.toString())));
  }

  @Test
  void oneMessageInAFileIsAMailboxOfOne() throws IOException {
    Path file = Files.writeString(folder.resolve("one"), message("alone"));
    assertEquals(List.of("alone"), subjects(of(file.toString())));
  }

  @Test
  void aPlaceThatIsNotThereIsSaidSo() {
    InvalidInputException refused =
        assertThrows(InvalidInputException.class, () -> of(folder.resolve("x").toString()));
    assertTrue(refused.getMessage().contains("Maildir"), refused.getMessage());
  }

  @Test
  void filesAreNeverMoved() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> Mailbox.of(folder.toString(), "Done", "secret"::toCharArray));
    assertTrue(refused.getMessage().contains("--move-to"), refused.getMessage());
  }

  private String imap(String protocol) throws Exception {
    GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    server = started;
    started.start();
    GreenMailUser user = started.setUser("box@section.example", "box", "secret");
    for (String subject : List.of("one", "two", "three")) {
      user.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(message(subject).getBytes(StandardCharsets.UTF_8))));
    }
    int port = protocol.equals("imap") ? started.getImap().getPort() : started.getImaps().getPort();
    return protocol + "://box@127.0.0.1:" + port + "/INBOX";
  }

  @Test
  void anImapMailboxIsReadAndNothingInItIsMarkedAsSeen() throws Exception {
    String url = imap("imap");
    assertEquals(List.of("one", "two", "three"), subjects(of(url)));
    assertEquals(List.of("one", "two", "three"), subjects(of(url)));
    for (MimeMessage message : server.getReceivedMessages()) {
      assertFalse(message.isSet(Flags.Flag.SEEN));
    }
  }

  @Test
  void onlyWhatWasDealtWithMovesAndOnlyWhereThatWasAsked() throws Exception {
    String url = imap("imap");
    server
        .getManagers()
        .getImapHostManager()
        .createMailbox(server.getUserManager().getUser("box"), "Done");
    Mailbox mailbox = Mailbox.of(url, "Done", "secret"::toCharArray);
    mailbox.read(
        (place, bytes) -> MessageScanner.scan(bytes).header().get("subject").equals("two"));
    assertEquals(List.of("one", "three"), subjects(of(url)));
    assertEquals(List.of("two"), subjects(of(url.replace("INBOX", "Done"))));
  }

  @Test
  void aWrongPasswordAMissingFolderAndAnUnknownCertificateAreSaidPlainly() throws Exception {
    String url = imap("imap");
    assertMessage("sign in", () -> subjects(Mailbox.of(url, null, "wrong"::toCharArray)));
    assertMessage("no folder \"Nowhere\"", () -> subjects(of(url.replace("INBOX", "Nowhere"))));
    assertMessage(
        "no folder \"Nowhere\"", () -> subjects(Mailbox.of(url, "Nowhere", "secret"::toCharArray)));
    server.stop();
    assertMessage("cannot be read", () -> subjects(of(url)));
    String secure = imap("imaps");
    assertMessage("certificate", () -> subjects(of(secure)));
  }

  private static void assertMessage(String words, org.junit.jupiter.api.function.Executable read) {
    InvalidInputException refused = assertThrows(InvalidInputException.class, read);
    assertTrue(refused.getMessage().contains(words), refused.getMessage());
    assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
  }

  @Test
  void clearTextOverANetworkAndPasswordsInAddressesAreRefused() {
    assertMessage("clear text", () -> ImapServer.parse("imap://box@mail.example.org/INBOX"));
    assertMessage(
        "does not belong", () -> ImapServer.parse("imaps://box:secret@mail.example.org/INBOX"));
    assertMessage("no mailbox address", () -> ImapServer.parse("imaps://mail.example.org/INBOX"));
    assertEquals(
        new ImapServer(
            ImapServer.Security.IMPLICIT_TLS,
            "mail.example.org",
            993,
            "box@example.org",
            true,
            "Sent Mail"),
        ImapServer.parse("imaps://box@example.org;AUTH=XOAUTH2@mail.example.org/Sent%20Mail"));
  }
}
