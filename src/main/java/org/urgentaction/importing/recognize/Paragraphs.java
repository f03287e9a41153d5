package org.urgentaction.importing.recognize;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.importing.IssuedLine;

/** Joins the lines of a text that was broken to a width into the paragraphs they came from. */
final class Paragraphs {
  private static final int SHORTEST_FULL_LINE = 50;

  private Paragraphs() {}

  /** A paragraph, heading or item, with the number of its first line. */
  record Paragraph(
      String text, int line, IssuedLine.Kind kind, boolean strong, boolean gapBefore) {}

  static List<Paragraph> of(List<IssuedLine> lines) {
    List<Paragraph> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    IssuedLine first = null;
    IssuedLine previous = null;
    boolean wrapped = isWrapped(lines);
    for (IssuedLine line : lines) {
      if (first != null && previous != null && continues(previous, line, wrapped)) {
        join(open, line.text());
      } else {
        if (first != null) {
          paragraphs.add(paragraph(open, first));
        }
        open.setLength(0);
        open.append(line.text());
        first = line;
      }
      previous = line;
    }
    if (first != null) {
      paragraphs.add(paragraph(open, first));
    }
    return paragraphs;
  }

  private static Paragraph paragraph(StringBuilder text, IssuedLine first) {
    return new Paragraph(
        text.toString(), first.number(), first.kind(), first.strong(), first.gapBefore());
  }

  /** Whether most lines end within a sentence, as those of a text set to a width do. */
  private static boolean isWrapped(List<IssuedLine> lines) {
    int full = 0;
    int within = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String text = lines.get(i).text();
      if (text.length() >= SHORTEST_FULL_LINE
          && text.length() < 200
          && !lines.get(i + 1).gapBefore()) {
        full++;
        within += endsSentence(text) ? 0 : 1;
      }
    }
    return full >= 4 && within * 2 > full;
  }

  static boolean continues(IssuedLine previous, IssuedLine line, boolean wrapped) {
    if (line.gapBefore()
        || line.kind() != IssuedLine.Kind.TEXT
        || previous.kind() == IssuedLine.Kind.HEADING
        || (line.strong() != previous.strong() && previous.kind() != IssuedLine.Kind.ITEM)) {
      return false;
    }
    String before = previous.text();
    boolean lower = Character.isLowerCase(line.text().charAt(0));
    if (before.length() < SHORTEST_FULL_LINE) {
      return lower && !endsSentence(before) && before.length() > 25;
    }
    return endsSentence(before)
        ? wrapped && before.length() >= 70 && previous.kind() == IssuedLine.Kind.TEXT
        : lower || wrapped || previous.kind() == IssuedLine.Kind.ITEM;
  }

  static boolean endsSentence(String text) {
    String end = text.strip();
    while (!end.isEmpty() && "”\"’')]»".indexOf(end.charAt(end.length() - 1)) >= 0) {
      end = end.substring(0, end.length() - 1);
    }
    return !end.isEmpty() && ".!?;:。؟".indexOf(end.charAt(end.length() - 1)) >= 0;
  }

  private static void join(StringBuilder text, String next) {
    int last = text.length() - 1;
    boolean hyphen = last > 1 && text.charAt(last) == '\u00AD';
    if (hyphen) {
      text.setLength(last);
    } else if (!isIdeographic(text.charAt(last)) || !isIdeographic(next.charAt(0))) {
      text.append(' ');
    }
    text.append(next);
  }

  private static boolean isIdeographic(char c) {
    return (c >= '\u3000' && c <= '\u9FFF') || (c >= '\uFF00' && c <= '\uFFEF');
  }
}
