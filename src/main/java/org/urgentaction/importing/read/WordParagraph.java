package org.urgentaction.importing.read;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.urgentaction.importing.IssuedLine.Kind;

/** A paragraph of a Word file while it is being read. */
final class WordParagraph {
  final StringBuilder text = new StringBuilder();
  final Set<String> links = new LinkedHashSet<>();

  /** What hangs on this paragraph: text boxes. */
  final WordFlow boxes = new WordFlow();

  @Nullable String style;
  @Nullable Boolean heading;
  @Nullable Boolean listed;
  @Nullable Integer before;
  @Nullable Integer after;
  private boolean light;

  void append(String characters, boolean bold) {
    text.append(characters);
    light |= !bold && !characters.isBlank();
  }

  boolean isBlank() {
    return CleanText.of(text.toString()).isEmpty();
  }

  RawLine line(int number, WordStyles styles) {
    boolean isHeading = heading == null ? styles.heading(style) : heading;
    boolean isListed = listed == null ? styles.listed(style) : listed;
    Kind kind = isHeading ? Kind.HEADING : isListed ? Kind.ITEM : Kind.TEXT;
    return new RawLine(number, 0, kind, text.toString(), !light, java.util.List.copyOf(links));
  }
}
