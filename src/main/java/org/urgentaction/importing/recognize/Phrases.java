package org.urgentaction.importing.recognize;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A list of words and phrases to look for in folded text, in time linear in the text. */
final class Phrases {
  private final Set<String> all = new HashSet<>();

  /** The greatest number of characters of a phrase, by its first character. */
  private final Map<Character, Integer> longest = new HashMap<>();

  Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      String folded = Folding.fold(phrase).strip();
      all.add(folded);
      longest.merge(folded.charAt(0), folded.length(), Math::max);
    }
  }

  boolean contains(String folded) {
    return all.contains(folded);
  }

  /** The length of the longest phrase that stands at a place and ends with a word there; or 0. */
  int at(String folded, int from) {
    if (from >= folded.length()) {
      return 0;
    }
    int most = longest.getOrDefault(folded.charAt(from), 0);
    for (int length = Math.min(most, folded.length() - from); length > 0; length--) {
      int end = from + length;
      if (isBoundary(folded, end) && all.contains(folded.substring(from, end))) {
        return length;
      }
    }
    return 0;
  }

  /** Where the first phrase stands as words of their own; -1 where none does. */
  int indexIn(String folded, int from) {
    for (int i = from; i < folded.length(); i++) {
      if (isBoundary(folded, i) && at(folded, i) > 0) {
        return i;
      }
    }
    return -1;
  }

  boolean isIn(String folded) {
    return indexIn(folded, 0) >= 0;
  }

  /** Whether no word runs across a place; scripts without spaces have a boundary everywhere. */
  static boolean isBoundary(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return true;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return !Character.isLetterOrDigit(before)
        || !Character.isLetterOrDigit(after)
        || Character.isIdeographic(before)
        || Character.isIdeographic(after)
        || isKana(before)
        || isKana(after);
  }

  private static boolean isKana(char c) {
    return c >= '\u3040' && c <= '\u30FF';
  }
}
