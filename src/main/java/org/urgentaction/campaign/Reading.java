package org.urgentaction.campaign;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a reader share while they read one file: its text, places, problems, language.
 */
final class Reading {
  private final SourceText source;
  private final ProblemList problems;
  private final Map<String, SourcePlace> places = new HashMap<>();
  private Locale language = Locale.ENGLISH;

  Reading(SourceText source, ProblemList problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The language of plain texts. */
  Locale language() {
    return language;
  }

  void speak(Locale newLanguage) {
    language = newLanguage;
  }

  void remember(String path, YamlNode node) {
    places.put(path, source.at(node.start()));
  }

  boolean remembers(String path) {
    return places.containsKey(path);
  }

  SourcePlaces places() {
    return new SourcePlaces(places);
  }

  SourcePlace placeOf(YamlNode node) {
    return source.at(node.start());
  }

  void error(YamlNode node, String message, @Nullable String advice) {
    problems.error(source.at(node.start()), message, advice);
  }

  void error(SourcePlace place, String message, @Nullable String advice) {
    problems.error(place, message, advice);
  }

  void warn(YamlNode node, String message, @Nullable String advice) {
    problems.warn(source.at(node.start()), message, advice);
  }

  /**
   * The place of the n-th (0-based) of {@code total} occurrences of a string in a text's value; the
   * text's own place where quoting or folding hides it.
   */
  SourcePlace placeInside(YamlNode.Text node, String wanted, int n, int total) {
    String raw = source.slice(node.start(), node.end());
    int found = -1;
    int at = -1;
    int seen = 0;
    for (int i = raw.indexOf(wanted); i >= 0; i = raw.indexOf(wanted, i + wanted.length())) {
      if (seen++ == n) {
        at = i;
      }
    }
    if (seen == total) {
      found = at;
    }
    return found < 0
        ? source.at(node.start())
        : source.at(node.start() + raw.codePointCount(0, found));
  }

  /** A path as a message shows it: the key, with its language, without the list it stands in. */
  static String label(String path) {
    String key = path.endsWith("]") ? path.substring(0, path.lastIndexOf('[')) : path;
    return "`" + key.substring(key.lastIndexOf("].") < 0 ? 0 : key.lastIndexOf("].") + 2) + "`";
  }
}
