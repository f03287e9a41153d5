package org.urgentaction.importing.recognize;

import java.util.regex.Pattern;

/** Tells sentences from the short lines of an address. */
final class Prose {
  private static final int LONGEST_ADDRESS_LINE = 300;

  private static final Pattern SENTENCES = Pattern.compile("\\p{Ll}{4}[.!?] \\p{Lu}\\p{Ll}");

  private final Phrases particles;

  Prose(Lexicon lexicon) {
    particles = lexicon.phrases("particles");
  }

  /** Whether a line tells something, rather than naming somebody or a place. */
  boolean isSentence(String line) {
    String text = line.length() > 2_000 ? line.substring(0, 2_000) : line;
    int words = 0;
    int lower = 0;
    int uncased = 0;
    for (String word : text.split("[\\s,;/]+", 400)) {
      int first = firstLetter(word);
      if (first < 0) {
        continue;
      }
      char c = word.charAt(first);
      boolean hasCase = Character.isUpperCase(c) || Character.isLowerCase(c);
      if (!hasCase) {
        uncased++;
      } else if (!isSmall(word.substring(first))) {
        words++;
        lower += Character.isLowerCase(c) ? 1 : 0;
      }
    }
    if (uncased > words) {
      return text.length() > 60 || text.endsWith("。") || (text.endsWith(".") && text.length() > 40);
    }
    if (text.length() > LONGEST_ADDRESS_LINE && !text.contains("@")) {
      return true;
    }
    double share = words == 0 ? 0 : (double) lower / words;
    boolean stops =
        text.endsWith(".")
            || text.endsWith("!")
            || text.endsWith("?")
            || text.endsWith("”")
            || text.endsWith(":")
            || text.endsWith(";");
    if (words >= 4 && stops && SENTENCES.matcher(text).find()) {
      return true;
    }
    if ((words >= 5 && share > 0.5) || (words >= 12 && share > 0.38)) {
      return true;
    }
    return stops && words >= 4 && share > 0.4;
  }

  private boolean isSmall(String word) {
    String folded = Folding.key(word);
    return particles.contains(folded)
        || switch (folded) {
          case "of",
              "the",
              "and",
              "for",
              "to",
              "in",
              "at",
              "c/o",
              "und",
              "et",
              "y",
              "los",
              "las",
              "des",
              "im",
              "au",
              "aux",
              "del",
              "della",
              "delle",
              "degli",
              "dei",
              "por",
              "para",
              "e",
              "of the",
              "c",
              "till",
              "och",
              "för" ->
              true;
          default -> false;
        };
  }

  private static int firstLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return i;
      }
      if (Character.isDigit(word.charAt(i))) {
        return -1;
      }
    }
    return -1;
  }
}
