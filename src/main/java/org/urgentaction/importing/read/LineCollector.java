package org.urgentaction.importing.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.importing.IssuedLine.Kind;

/**
 * Takes the lines of a document as its format gives them and makes of all formats the same: clean
 * text, bullets taken off, a table's labels before their values, gaps noted.
 */
final class LineCollector {
  private static final int MOST_CHARACTERS = 2_000_000;
  private static final int LONGEST_LABEL = 40;

  private record Entry(RawLine line, boolean gap) {}

  private final List<Entry> entries = new ArrayList<>();

  /** For each open table row, where in the entries its cells begin. */
  private final Deque<List<Integer>> rows = new ArrayDeque<>();

  private int characters;
  private boolean gap;

  /** An empty line or a wider space. */
  void gap() {
    gap = true;
  }

  /** A line of the document; line ends in its text make several. */
  void add(RawLine line) throws UnreadableException {
    characters += line.text().length();
    if (characters > MOST_CHARACTERS) {
      throw UnreadableException.tooLarge();
    }
    for (String piece : line.text().split("\\R|\\x0B|\\f", -1)) {
      String text = CleanText.of(piece);
      if (text.isEmpty() || isRule(text)) {
        gap = true;
      } else {
        entries.add(new Entry(line.withText(text), gap));
        gap = false;
      }
    }
  }

  void beginRow() {
    rows.push(new ArrayList<>());
  }

  void beginCell() {
    if (!rows.isEmpty()) {
      rows.element().add(entries.size());
    }
  }

  /** Ends a row: a label in its first cell goes before the value in its second. */
  void endRow() {
    if (rows.isEmpty()) {
      return;
    }
    List<Integer> starts = new ArrayList<>(rows.pop());
    starts.add(entries.size());
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      if (starts.get(i) < starts.get(i + 1)) {
        filled.add(starts.get(i));
      }
    }
    if (filled.size() == 2 && filled.get(1) == filled.get(0) + 1) {
      Entry label = entries.get(filled.get(0));
      if (isLabel(label.line().text())) {
        Entry value = entries.remove((int) filled.get(1));
        entries.set(filled.get(0), new Entry(joined(label.line(), value.line(), " "), label.gap()));
      }
    } else if (filled.size() > 1 && entries.size() > filled.get(0) + filled.size()) {
      for (int start : filled) {
        entries.set(start, new Entry(entries.get(start).line(), true));
      }
      gap = true;
    }
  }

  private static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL && (text.endsWith(":") || text.endsWith("："));
  }

  /** A line of dashes or stars. */
  private static boolean isRule(String text) {
    return text.length() > 2 && text.codePoints().allMatch(c -> "-_=*~·.—–―─ ".indexOf(c) >= 0);
  }

  /** All lines, numbered as their format did. */
  List<IssuedLine> lines() {
    List<IssuedLine> lines = new ArrayList<>();
    Bullet bullets = new Bullet();
    boolean bulletBefore = false;
    boolean gapBefore = false;
    for (Entry entry : entries) {
      RawLine line = entry.line();
      String rest = line.kind() == Kind.HEADING ? null : bullets.after(line.text());
      String text = rest == null ? line.text() : rest;
      gapBefore |= entry.gap();
      if (text.isEmpty()) {
        bulletBefore = true;
        continue;
      }
      Kind kind =
          line.kind() == Kind.TEXT && (rest != null || bulletBefore) ? Kind.ITEM : line.kind();
      IssuedLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
      if (last != null && kind == Kind.TEXT && !gapBefore && Continuation.follows(last, text)) {
        RawLine joined = joined(raw(last), line, " ");
        lines.set(lines.size() - 1, issued(joined, last.kind(), last.gapBefore()));
      } else {
        lines.add(issued(line.withText(text), kind, gapBefore && !lines.isEmpty()));
      }
      bulletBefore = false;
      gapBefore = false;
    }
    return lines;
  }

  private static RawLine raw(IssuedLine line) {
    return new RawLine(
        line.number(), line.page(), line.kind(), line.text(), line.strong(), line.links());
  }

  private static IssuedLine issued(RawLine line, Kind kind, boolean gap) {
    return new IssuedLine(
        line.number(), line.page(), kind, line.text(), gap, line.strong(), line.links());
  }

  private static RawLine joined(RawLine first, RawLine second, String between) {
    Set<String> links = new LinkedHashSet<>(first.links());
    links.addAll(second.links());
    return new RawLine(
        first.number(),
        first.page(),
        first.kind(),
        first.text() + between + second.text(),
        first.strong() && second.strong(),
        List.copyOf(links));
  }
}
