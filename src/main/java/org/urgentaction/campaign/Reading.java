package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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

  /** Whether looking for more errors is of no use. */
  boolean isFullOfErrors() {
    return problems.isFull();
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
   * The places of all {@code total} occurrences of a string in a text's value; the text's own place
   * for each where quoting or folding hides them.
   */
  List<SourcePlace> placesInside(YamlNode.Text node, String wanted, int total) {
    String raw = source.slice(node.start(), node.end());
    List<SourcePlace> found = new ArrayList<>();
    int index = node.start();
    int from = 0;
    for (int at = raw.indexOf(wanted); at >= 0; at = raw.indexOf(wanted, from)) {
      index += raw.codePointCount(from, at);
      found.add(source.at(index));
      index += wanted.length();
      from = at + wanted.length();
    }
    return found.size() == total ? found : Collections.nCopies(total, source.at(node.start()));
  }

  /** A path as a message shows it: the key, with its language, without the list it stands in. */
  static String label(String path) {
    String key = path.endsWith("]") ? path.substring(0, path.lastIndexOf('[')) : path;
    return "`" + key.substring(key.lastIndexOf("].") < 0 ? 0 : key.lastIndexOf("].") + 2) + "`";
  }
}
