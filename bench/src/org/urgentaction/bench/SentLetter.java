package org.urgentaction.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What every sender sends: the same words as text and as HTML, another name each time, and a file of 25 KB. */
record SentLetter(String text, String html, byte[] pdf) {
  static final String SUBJECT = "Zhanbolat Mamay: end the trial and let him speak";
  static final String TO = "president@example.org";
  private static final String NAME = "@NAME@";
  private static final int PDF_BYTES = 25 * 1024;

  /** Writes it for all who send it. */
  static void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(Letter.SALUTATION + "\n\n");
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
    html.append(SUBJECT).append("</title></head><body>\n<p>").append(Letter.SALUTATION).append("</p>\n");
    for (String words : Letter.BEFORE) {
      text.append(words).append("\n\n");
      html.append("<p>").append(words).append("</p>\n");
    }
    html.append("<ul>\n");
    for (String ask : Letter.ASKS) {
      text.append("- ").append(ask).append("\n\n");
      html.append("<li>").append(ask).append("</li>\n");
    }
    text.append(Letter.LAST).append("\n\n").append(Letter.CLOSING).append("\n\n").append(NAME).append("\n");
    html.append("</ul>\n<p>").append(Letter.LAST).append("</p>\n<p>").append(Letter.CLOSING);
    html.append("</p>\n<p>").append(NAME).append("</p>\n</body></html>\n");
    byte[] pdf = new byte[PDF_BYTES];
    new Random(1).nextBytes(pdf);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("letter.txt"), text);
    Files.writeString(folder.resolve("letter.html"), html);
    Files.write(folder.resolve("letter.pdf"), pdf);
  }

  static SentLetter read(Path folder) throws IOException {
    return new SentLetter(
        Files.readString(folder.resolve("letter.txt"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("letter.html"), StandardCharsets.UTF_8),
        Files.readAllBytes(folder.resolve("letter.pdf")));
  }

  String text(int number) {
    return text.replace(NAME, name(number));
  }

  String html(int number) {
    return html.replace(NAME, name(number));
  }

  static String name(int number) {
    return "Writer " + number;
  }

  static String from(int number) {
    return "writer" + number + "@example.org";
  }
}
