package org.urgentaction.importing.recognize;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells which label a line is, or begins with, and what of the line stands after it. */
final class LabelFinder {
  private static final int LONGEST_LABEL = 90;
  private static final int SHORTEST_BEGINNING = 9;

  private final Lexicon lexicon;

  LabelFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A label that was found.
   *
   * @param rest of the line, after the label and its colon
   * @param whole whether the label is all that the line, or what stands before its colon, says
   */
  record Labelled(Label label, String rest, boolean whole) {}

  @Nullable Labelled find(String text) {
    String head = text.length() > 400 ? text.substring(0, 400) : text;
    String folded = Folding.fold(head);
    if (text.length() <= LONGEST_LABEL) {
      Label whole = lexicon.whole(Folding.key(text));
      if (whole != null) {
        return new Labelled(whole, "", true);
      }
    }
    int colon = colon(folded);
    if (colon > 0) {
      Label before = lexicon.whole(Folding.key(folded.substring(0, colon)));
      if (before != null) {
        return new Labelled(before, text.substring(colon + 1).strip(), true);
      }
      Label beginning = beginning(Folding.key(folded.substring(0, colon)));
      if (beginning != null) {
        return new Labelled(beginning, text.substring(colon + 1).strip(), true);
      }
    }
    if (folded.endsWith(":") && text.length() < 400) {
      String before = Folding.key(folded);
      for (String urging : lexicon.urging()) {
        if (before.endsWith(urging)
            && Phrases.isBoundary(before, before.length() - urging.length())) {
          return new Labelled(Label.ASKS, "", false);
        }
      }
    }
    int letter = lexicon.phrases("letterLabels").at(folded, 0);
    if (letter > 0) {
      int opening = letter;
      while (opening < folded.length() && " :-".indexOf(folded.charAt(opening)) >= 0) {
        opening++;
      }
      if (opening < folded.length() && lexicon.phrases("openings").at(folded, opening) > 0) {
        return new Labelled(Label.LETTER, text.substring(opening), true);
      }
    }
    int from = 0;
    while (from < folded.length() && !Character.isLetter(folded.charAt(from))) {
      from++;
    }
    for (Map.Entry<String, Label> start : lexicon.starts()) {
      String phrase = start.getKey();
      if (folded.startsWith(phrase, from) && Phrases.isBoundary(folded, from + phrase.length())) {
        return new Labelled(
            start.getValue(), text.substring(from + phrase.length()).strip(), false);
      }
    }
    return null;
  }

  /** A label that was made longer: preferred language, of whoever is written to. */
  private @Nullable Label beginning(String key) {
    String shorter = key;
    for (int space = shorter.lastIndexOf(' ');
        space >= SHORTEST_BEGINNING;
        space = shorter.lastIndexOf(' ')) {
      shorter = shorter.substring(0, space);
      Label label = lexicon.whole(shorter);
      if (label == Label.LANGUAGES
          || label == Label.DEADLINE
          || label == Label.PREVIOUS
          || label == Label.NAMES) {
        return label;
      }
    }
    return null;
  }

  private static int colon(String folded) {
    int colon = folded.indexOf(':');
    return colon > 0 && colon <= LONGEST_LABEL ? colon : -1;
  }
}
