package org.urgentaction.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.Postfix;

/** Letters through a real Postfix, STARTTLS and sign-in included, read back from the mailbox. */
@Timeout(180)
class RealServerTest {
  /** What a server puts above a message on its way. */
  private static final Set<String> TRACE =
      Set.of("return-path", "x-original-to", "delivered-to", "received");

  @TempDir Path folder;
  @TempDir Path server;
  private Session user;
  private Postfix postfix;
  private SSLContext before;

  @BeforeEach
  void startAndTrustTheServer() throws Exception {
    user = new Session(folder.resolve("home"));
    user.environment.put("UA_SMTP_PASSWORD", Postfix.PASSWORD);
    user.environment.remove("UA_TODAY"); // a letter of years ago would be judged by its date
    before = SSLContext.getDefault();
    postfix = Postfix.start(server);
    SSLContext.setDefault(postfix.trust());
    Path campaigns = Files.createDirectories(folder.resolve("campaigns"));
    String campaign = Files.readString(Path.of("campaigns", "ua-31-22-3.yaml"));
    Files.writeString(
        campaigns.resolve("ua-31-22-3.yaml"),
        campaign.replaceAll("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+", "official@official.example"));
  }

  @AfterEach
  void stop() throws Exception {
    SSLContext.setDefault(before);
    if (postfix != null) {
      postfix.stop();
    }
  }

  private int send(String... more) {
    return user.run(
        List.of(
            "--campaigns",
            folder.resolve("campaigns").toString(),
            "send",
            "31/22",
            "--to",
            "president",
            "--city",
            "Toronto",
            "--country",
            "CA",
            "--smtp",
            postfix.url()),
        more);
  }

  /** The message below what the server put above it, line ends as they were sent. */
  private static String sent(String received) {
    StringBuilder message = new StringBuilder();
    boolean trace = true;
    for (String line : received.lines().toList()) {
      if (trace && !line.startsWith("\t") && !line.startsWith(" ")) {
        trace = TRACE.contains(line.split(":", 2)[0].toLowerCase(Locale.ROOT));
      }
      if (!trace) {
        message.append(line).append("\r\n");
      }
    }
    return message.toString();
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1)));
  }

  /** SpamAssassin's score, by the rules that need no network, is below 1. */
  private void judge(Path message) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder("spamassassin", "-L", "-t").redirectInput(message.toFile());
    command.environment().put("HOME", folder.toString());
    Process process;
    try {
      process = command.redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort("needs spamassassin, which is not installed here");
      return;
    }
    String verdict = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    Matcher score = Pattern.compile("X-Spam-Status: .*?score=(-?[0-9.]+)").matcher(verdict);
    assertTrue(score.find(), verdict);
    // Judged as by a stranger: that it was signed in to this server counts for nothing elsewhere.
    double points = Double.parseDouble(score.group(1)) + (verdict.contains("ALL_TRUSTED") ? 1 : 0);
    assertTrue(points < 1, verdict);
  }

  private static Set<String> fields(String message) {
    return message
        .substring(0, message.indexOf("\r\n\r\n"))
        .lines()
        .filter(line -> !line.startsWith("\t") && !line.startsWith(" "))
        .map(line -> line.split(":", 2)[0])
        .collect(Collectors.toSet());
  }

  @Test
  void lettersArriveAsTheyWereLoggedAndPassForTheMailTheyAre() throws Exception {
    assertEquals(
        0,
        send("--name", "Ann Lee", "--email", "ann@official.example", "--attach", "--live", "--yes"),
        user.err);
    Path own = postfix.mailbox(1).get(0);
    String received = Files.readString(own, ISO_8859_1);
    assertTrue(received.startsWith("Return-Path: <ann@official.example>"), received);
    assertTrue(received.contains("with ESMTPSA"), "encrypted and signed in: " + received);
    assertTrue(received.contains("TLSv1.3"), received);
    String message = sent(received);
    user.run("log", "--json");
    assertTrue(user.out.contains(sha256(message)), user.out + message);
    assertEquals(
        Set.of(
            "Date",
            "From",
            "To",
            "Subject",
            "Message-ID",
            "Content-Language",
            "MIME-Version",
            "Content-Type"),
        fields(message));
    assertTrue(message.contains("From: Ann Lee <ann@official.example>\r\n"), message);
    judge(own);
  }

  @Test
  void aSectionsLettersDoToo() throws Exception {
    assertEquals(
        0,
        send(
            "--name",
            "Анна Ли",
            "--email",
            "anna@writers.example",
            "--section-from",
            "Section <letters@official.example>",
            "--bounces-to",
            "bounces+*@official.example",
            "--lang",
            "ru",
            "--live",
            "--yes"),
        user.err);
    Path file = postfix.mailbox(1).get(0);
    String received = Files.readString(file, ISO_8859_1);
    assertTrue(
        received.matches("(?s)Return-Path: <bounces\\+[0-9a-z]{12}\\.[0-9a-f]{20}@official.*"),
        received);
    String message = sent(received);
    user.run("log", "--json");
    assertTrue(user.out.contains(sha256(message)), user.out + message);
    assertTrue(message.contains("<letters@official.example>\r\n"), message);
    assertTrue(message.contains("\r\nReply-To: "), message);
    assertTrue(message.contains("<anna@writers.example>\r\n"), message);
    assertFalse(fields(message).contains("Sender"), message);
    assertFalse(fields(message).contains("Auto-Submitted"), message);
    judge(file);
  }

  @Test
  void theServerIsAskedWhatItTakesAndGetsNothing() throws Exception {
    assertEquals(
        0,
        send("--name", "Ann Lee", "--email", "ann@official.example", "--check-server"),
        user.err);
    for (String words :
        List.of(
            "is mail.official.example", "TLSv1.3, certificate of CN=mail.official.example until",
            "writer@official.example is let in", "bytes of the 10240000 it takes",
            "offered: commands in groups", "may send as ann@official.example")) {
      assertTrue(user.out.contains(words), words + " in " + user.out);
    }
    user.environment.put("UA_SMTP_PASSWORD", "swordfish");
    assertEquals(1, user.run("send", "--check-server", "--json", "--smtp", postfix.url()));
    assertTrue(user.out.contains("\"usable\" : false"), user.out);
    assertTrue(user.out.contains("check user and password"), user.out);
    assertFalse(user.out.contains("swordfish"), user.out);
    assertTrue(user.out.contains("\"version\" : \"TLSv1.3\""), user.out);
    SSLContext.setDefault(before);
    assertEquals(1, user.run("send", "--check-server", "--smtp", postfix.url()));
    assertTrue(user.out.contains("nobody whom this machine trusts vouches"), user.out);
    postfix.mailbox(0);
  }
}
