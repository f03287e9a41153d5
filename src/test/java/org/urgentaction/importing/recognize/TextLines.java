package org.urgentaction.importing.recognize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;

/** Reads plain text into lines as simply as can be, for tests of what is recognized in them. */
final class TextLines {
  private static final Pattern ITEM =
      Pattern.compile("^(?:[•◼▪●○*·\uF0B7–-]\\s+|・\\s*|\\d{1,2}[.)]\\s+(?!\\p{L}+ \\d{4}))(.*)$");

  private TextLines() {}

  static IssuedDocument read(Path file) throws IOException {
    return of(file.getFileName().toString(), Files.readString(file));
  }

  static IssuedDocument of(String name, String text) {
    List<IssuedLine> lines = new ArrayList<>();
    boolean gap = false;
    int number = 0;
    for (String raw : text.split("\\R", -1)) {
      number++;
      String line = raw.replace('\u00A0', ' ').strip();
      if (line.isEmpty()) {
        gap = true;
        continue;
      }
      Matcher item = ITEM.matcher(line);
      boolean isItem = item.matches() && !item.group(1).isBlank();
      lines.add(
          new IssuedLine(
              number,
              0,
              isItem ? IssuedLine.Kind.ITEM : IssuedLine.Kind.TEXT,
              isItem ? item.group(1).strip() : line,
              gap,
              false,
              List.of()));
      gap = false;
    }
    return new IssuedDocument(name, "", "", lines);
  }
}
