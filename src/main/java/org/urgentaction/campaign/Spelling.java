package org.urgentaction.campaign;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what a misspelt word was meant to be. */
final class Spelling {
  private static final int SHOWN = 60;

  private Spelling() {}

  /** The known word within a third of its letters, or null. */
  static @Nullable String nearest(String word, Collection<String> known) {
    return nearest(word, known, 1).stream().findFirst().orElse(null);
  }

  /** Up to so many known words within a third of their letters, the nearest first. */
  static List<String> nearest(String word, Collection<String> known, int most) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.length() > SHOWN) {
      return List.of();
    }
    return known.stream()
        .filter(candidate -> distance(lower, lower(candidate)) <= allowed(candidate))
        .sorted(Comparator.comparingInt(candidate -> distance(lower, lower(candidate))))
        .limit(most)
        .toList();
  }

  /**
   * A word of the input, cut where it is too long for a message and stripped of what would break
   * it.
   */
  static String shown(String word) {
    return shown(word, SHOWN);
  }

  /** The same with room for so many code points. */
  static String shown(String word, int most) {
    String oneLine = word.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
    return oneLine.codePointCount(0, oneLine.length()) <= most
        ? oneLine
        : oneLine.substring(0, oneLine.offsetByCodePoints(0, most)) + "…";
  }

  /** Insertions, deletions, substitutions and swaps of neighbours (Damerau, optimal alignment). */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static int allowed(String candidate) {
    return Math.max(1, candidate.length() / 3);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
