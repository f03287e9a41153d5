package org.urgentaction.importing.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.IssuedLine.Kind;

/** A paragraph of a Word file while it is being read, line by line where it is broken. */
final class WordParagraph {
  private static final class Line {
    final StringBuilder text = new StringBuilder();
    final Set<String> links = new LinkedHashSet<>();
    boolean light;
  }

  private final List<Line> lines = new ArrayList<>(List.of(new Line()));

  /** What hangs on this paragraph: text boxes. */
  final WordFlow boxes = new WordFlow();

  @Nullable String style;
  @Nullable Boolean heading;
  @Nullable Boolean listed;
  @Nullable Integer before;
  @Nullable Integer after;

  void append(String characters, boolean bold) {
    if (characters.equals("\n")) {
      lines.add(new Line());
      return;
    }
    Line line = lines.get(lines.size() - 1);
    line.text.append(characters);
    line.light |= !bold && !characters.isBlank();
  }

  void link(String target) {
    lines.get(lines.size() - 1).links.add(target);
  }

  boolean isBlank() {
    return lines.stream().allMatch(line -> CleanText.of(line.text.toString()).isEmpty());
  }

  List<RawLine> lines(WordStyles styles) {
    boolean isHeading = heading == null ? styles.heading(style) : heading;
    boolean isListed = listed == null ? styles.listed(style) : listed;
    List<RawLine> raw = new ArrayList<>();
    for (Line line : lines) {
      Kind kind = isHeading ? Kind.HEADING : isListed && raw.isEmpty() ? Kind.ITEM : Kind.TEXT;
      raw.add(new RawLine(0, 0, kind, line.text.toString(), !line.light, List.copyOf(line.links)));
    }
    return raw;
  }
}
