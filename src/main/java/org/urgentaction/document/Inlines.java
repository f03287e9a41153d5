package org.urgentaction.document;

import java.util.ArrayList;
import java.util.List;

/** White space and line breaks of running text, folded and trimmed as HTML does. */
final class Inlines {
  private Inlines() {}

  /** Runs of ASCII white space become one space; a no-break space stays. */
  static String folded(String text) {
    return text.replaceAll("[ \\t\\n\\r\\f]+", " ");
  }

  /** Without white space at the ends and around line breaks, and without empty pieces. */
  static List<Inline> trimmed(List<Inline> content) {
    List<Inline> kept = new ArrayList<>();
    boolean atStart = true;
    for (int i = 0; i < content.size(); i++) {
      Inline inline = content.get(i);
      if (inline instanceof Inline.Text text) {
        boolean atEnd = i + 1 == content.size() || content.get(i + 1) instanceof Inline.LineBreak;
        String words = atStart ? text.text().stripLeading() : text.text();
        words = atEnd ? words.stripTrailing() : words;
        if (words.isEmpty()) {
          continue;
        }
        kept.add(new Inline.Text(words));
        atStart = words.endsWith(" ");
      } else {
        kept.add(inline);
        atStart = inline instanceof Inline.LineBreak;
      }
    }
    return kept;
  }

  /** Split at line breaks; empty lines are left out. */
  static List<List<Inline>> lines(List<Inline> content) {
    List<List<Inline>> lines = new ArrayList<>();
    List<Inline> line = new ArrayList<>();
    for (Inline inline : content) {
      if (inline instanceof Inline.LineBreak) {
        addLine(lines, line);
        line = new ArrayList<>();
      } else {
        line.add(inline);
      }
    }
    addLine(lines, line);
    return lines;
  }

  private static void addLine(List<List<Inline>> lines, List<Inline> line) {
    List<Inline> trimmed = trimmed(line);
    if (!trimmed.isEmpty()) {
      lines.add(trimmed);
    }
  }
}
