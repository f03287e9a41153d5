package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.problem.InvalidInputException;

class MimeWriterTest {
  @TempDir Path folder;
  private final MimeWriter writer = new MimeWriter();

  private static OutgoingMessage message(
      String name, String subject, String text, String html, Attachment... attachments) {
    return new OutgoingMessage(
        MailAddress.of("from", name, "writer@example.org"),
        MailAddress.of("sender", "The Section", "actions@section.example"),
        MailAddress.of("reply", name, "writer@example.org"),
        MailAddress.of("to", "Касым-Жомарт Токаев, Президент", "president@official.example"),
        List.of(MailAddress.of("cc", "السفارة", "embassy@bücher.example")),
        subject,
        Locale.forLanguageTag("ru"),
        text,
        html,
        List.of(attachments),
        Instant.parse("2026-03-01T23:30:00Z"),
        "<0123456789abcdef@section.example>");
  }

  private static List<OutgoingMessage> messages() {
    String longName = "Ана Мария де ла Крус-Эрнандес и её очень длинное имя ".repeat(4).strip();
    Attachment pdf = new Attachment("письмо президенту.pdf", "application/pdf", new byte[5000]);
    List<OutgoingMessage> messages = new ArrayList<>();
    messages.add(message("Ann Lee", "Release her", "Plain.\n", null));
    messages.add(
        message(longName, "Освободите Жанболата Мамая ".repeat(9), "Ваше…\r\nП\n", "<p>П"));
    messages.add(
        message("\"Ann\" O'Neil, (Dr.) <x@y>", "Why? = \\ \" ?=", "From me\n.\n", null, pdf));
    messages.add(message("محمد", "أطلقوا سراحه", "سلام  \n" + "ب".repeat(2000), "<p>x</p>", pdf));
    messages.add(message("𝒜nn 🕊", "日本語の件名".repeat(20), "", ""));
    messages.add(message("Ann", "x".repeat(900), "x".repeat(2000) + "\n--=_boundary\n", "<p>"));
    return messages;
  }

  @Test
  void pythonsParserFindsNoDefectAndGivesBackEveryWord() throws Exception {
    List<OutgoingMessage> messages = messages();
    List<String> command =
        new ArrayList<>(List.of("python3", "-X", "utf8", "src/test/python/parse_messages.py"));
    for (int i = 0; i < messages.size(); i++) {
      Path file = folder.resolve(i + ".eml");
      Files.write(file, writer.write(messages.get(i)));
      command.add(file.toString());
    }
    Process python;
    try {
      python = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort("needs python3, which is not installed here");
      return;
    }
    String output = new String(python.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, python.waitFor(), output);
    List<String> lines = output.lines().toList();
    assertEquals(messages.size() * 3, lines.size(), output);
    for (int i = 0; i < messages.size(); i++) {
      OutgoingMessage message = messages.get(i);
      assertEquals(message.subject().strip(), lines.get(3 * i).strip());
      assertEquals(message.from().name(), lines.get(3 * i + 1));
      String text = message.text().replace("\r\n", "\n").replace("\n", "\\n");
      assertEquals(text, lines.get(3 * i + 2));
    }
  }

  @Test
  void theBytesAreTheSameWhereverAndWheneverTheyAreWritten() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    for (OutgoingMessage message : messages()) {
      byte[] first = writer.write(message);
      try {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Almaty"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertArrayEquals(first, new MimeWriter().write(message));
      } finally {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
      }
    }
  }

  @Test
  void everyLineIsShortAsciiAndEndsInCrlf() {
    for (OutgoingMessage message : messages()) {
      byte[] bytes = writer.write(message);
      String text = new String(bytes, US_ASCII);
      assertArrayEquals(bytes, text.getBytes(US_ASCII), "8-bit bytes");
      assertTrue(text.endsWith("\r\n"));
      assertFalse(text.replace("\r\n", "").matches("(?s).*[\r\n].*"), "a bare CR or LF");
      text.lines().forEach(line -> assertTrue(line.length() <= 998, line));
    }
  }

  @Test
  void aFileIsInLinesOf76Characters() {
    for (int size : new int[] {0, 1, 56, 57, 58, 113, 114, 115, 5000}) {
      byte[] data = new byte[size];
      Arrays.fill(data, (byte) size);
      Attachment file = new Attachment("a.pdf", "application/pdf", data);
      String text = new String(writer.write(message("A", "s", "t", null, file)), US_ASCII);
      String encoded = Base64.getMimeEncoder().encodeToString(data);
      assertTrue(text.contains("\r\n\r\n" + encoded + "\r\n--=_"), text);
    }
  }

  @Test
  void onlyTheHeadersOfALetterAreThere() {
    String text = new String(writer.write(messages().get(0)), US_ASCII);
    List<String> names =
        text.substring(0, text.indexOf("\r\n\r\n"))
            .lines()
            .filter(line -> !line.startsWith(" ") && !line.startsWith("\t"))
            .map(line -> line.substring(0, line.indexOf(':')))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "Cc",
            "Content-Language",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "MIME-Version",
            "Message-ID",
            "Reply-To",
            "Sender",
            "Subject",
            "To"),
        names);
    assertTrue(text.contains("Date: Sun, 1 Mar 2026 23:30:00 +0000\r\n"));
    assertTrue(text.contains("Cc: =?UTF-8?") && text.contains("@xn--bcher-kva.example"), text);
  }

  @Test
  void aHeaderCannotBeAddedFromWithinAField() {
    for (String bad :
        new String[] {"x\r\nBcc: b@example.org", "x\ny", "x\ry", "x\u202ey", "=?UTF-8?Q?a?="}) {
      assertThrows(
          InvalidInputException.class, () -> writer.write(message("A", bad, "text", null)));
      assertThrows(
          InvalidInputException.class,
          () ->
              writer.write(
                  message("A", "s", "text", null, new Attachment(bad, "text/plain", new byte[1]))));
      assertThrows(
          InvalidInputException.class,
          () ->
              writer.write(
                  message("A", "s", "t", null, new Attachment("a", "a/b; x=" + bad, new byte[1]))));
    }
    OutgoingMessage forged = message("A", "s", "t", null);
    assertThrows(
        InvalidInputException.class,
        () ->
            writer.write(
                new OutgoingMessage(
                    forged.from(),
                    null,
                    null,
                    new MailAddress("x\r\nBcc: b@example.org", "a@example.org"),
                    List.of(),
                    "s",
                    Locale.ENGLISH,
                    "t",
                    null,
                    List.of(),
                    forged.date(),
                    forged.messageId())));
  }
}
