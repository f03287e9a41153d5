package org.urgentaction.typeset;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/**
 * What decides on a paragraph besides its words.
 *
 * @param names of people in it; empty where words have spaces between them
 */
record Surroundings(Locale language, List<String> names) {
  private static final Set<String> WITHOUT_SPACES = Set.of("km", "lo", "my", "th");

  /**
   * @param language of the paragraph itself
   */
  static Surroundings of(List<Inline> content, Locale language, Document document) {
    if (!WITHOUT_SPACES.contains(document.language().getLanguage())) {
      return new Surroundings(language, List.of());
    }
    String text = Inline.plain(content);
    List<String> names = document.names().stream().filter(text::contains).distinct().toList();
    return new Surroundings(language, names);
  }

  /** The places in a text that are inside a part of a name. */
  BitSet insideNames(String text) {
    BitSet inside = new BitSet();
    for (String name : names) {
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        for (int i = at + 1; i < at + name.length(); i++) {
          inside.set(i, text.charAt(i - 1) != ' ');
        }
      }
    }
    return inside;
  }
}
