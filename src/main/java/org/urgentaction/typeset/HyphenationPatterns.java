package org.urgentaction.typeset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where words of one language may be divided, by Liang's method (F. M. Liang, Word Hy-phen-a-tion
 * by Com-put-er, Stanford 1983), from a file as TeX reads it.
 */
final class HyphenationPatterns {
  private static final Pattern COMMENT = Pattern.compile("%.*");
  private static final Pattern LIST = Pattern.compile("\\\\(patterns|hyphenation)\\s*\\{([^}]*)}");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Map<String, byte[]> patterns = new HashMap<>();
  private final Map<String, byte[]> exceptions = new HashMap<>();
  private int longest;

  /**
   * @param tex with lists called {@code \patterns} and {@code \hyphenation}
   */
  HyphenationPatterns(String tex) {
    Matcher list = LIST.matcher(COMMENT.matcher(tex).replaceAll(""));
    while (list.find()) {
      boolean whole = list.group(1).equals("hyphenation");
      SPACE
          .splitAsStream(list.group(2))
          .filter(entry -> !entry.isEmpty())
          .forEach(entry -> add(entry, whole));
    }
  }

  /** A digit, or a hyphen in a whole word, weighs the place before the next letter. */
  private void add(String entry, boolean whole) {
    StringBuilder letters = new StringBuilder();
    byte[] weights = new byte[entry.length() + 1];
    for (int i = 0; i < entry.length(); i++) {
      char sign = entry.charAt(i);
      if (whole ? sign == '-' : sign >= '0' && sign <= '9') {
        weights[letters.length()] = (byte) (whole ? 1 : sign - '0');
      } else {
        letters.append(sign);
      }
    }
    (whole ? exceptions : patterns)
        .put(letters.toString(), Arrays.copyOf(weights, letters.length() + 1));
    longest = Math.max(longest, letters.length());
  }

  /**
   * The weight of each place in a word, odd where it may be divided.
   *
   * @param word in lower case, of letters alone
   * @return as many as it has characters; the first is of the place before it
   */
  byte[] weights(String word) {
    byte[] known = exceptions.get(word);
    if (known != null) {
      return Arrays.copyOf(known, word.length());
    }
    String bounded = "." + word + ".";
    byte[] weights = new byte[bounded.length() + 1];
    for (int from = 0; from < bounded.length(); from++) {
      int last = Math.min(bounded.length(), from + longest);
      for (int to = from + 1; to <= last; to++) {
        byte[] found = patterns.get(bounded.substring(from, to));
        for (int i = 0; found != null && i < found.length; i++) {
          weights[from + i] = (byte) Math.max(weights[from + i], found[i]);
        }
      }
    }
    return Arrays.copyOfRange(weights, 1, 1 + word.length());
  }
}
