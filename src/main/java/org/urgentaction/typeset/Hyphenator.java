package org.urgentaction.typeset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Divides words of the languages that have patterns. Safe for use by several threads. */
final class Hyphenator {
  private static final Map<String, String> FILES =
      Map.of("de", "de-1996", "el", "el-monoton", "en", "en-us");
  private static final Set<String> PLAIN =
      Set.of("es", "fr", "hu", "hy", "it", "ka", "nl", "pl", "pt", "ru", "sv", "tr", "uk");

  /** Where English is divided by its sound, as Americans do; elsewhere by its parts. */
  private static final Set<String> AMERICAN = Set.of("", "US", "PH", "LR");

  private static final int LEAST_WORD = 6;
  private static final int LEAST_BEFORE = 2;
  private static final int LEAST_AFTER = 3;

  private final Map<String, HyphenationPatterns> read = new ConcurrentHashMap<>();

  /** Whether words of a language are divided at all. */
  static boolean knows(Locale language) {
    return file(language) != null;
  }

  /**
   * Where a word may be divided: before which of its characters. Digits, addresses of mail and of
   * pages are never divided.
   *
   * @param word with the signs that stand beside it
   */
  BitSet places(String word, Locale language) {
    BitSet places = new BitSet();
    String file = file(language);
    if (file == null || !word.chars().allMatch(Hyphenator::ordinary)) {
      return places;
    }
    String lower = word.toLowerCase(language);
    if (lower.length() != word.length()) {
      return places;
    }
    for (int from = 0; from < lower.length(); ) {
      int to = from;
      while (to < lower.length() && inWord(lower.charAt(to))) {
        to++;
      }
      if (to - from >= LEAST_WORD) {
        byte[] weights = patterns(file).weights(lower.substring(from, to));
        for (int i = LEAST_BEFORE; i <= weights.length - LEAST_AFTER; i++) {
          places.set(from + i, (weights[i] & 1) == 1);
        }
      }
      from = to + 1;
    }
    return places;
  }

  private static boolean ordinary(int unit) {
    return !Character.isDigit(unit)
        && "@/_\\".indexOf(unit) < 0
        && !Character.isSurrogate((char) unit);
  }

  private static boolean inWord(char unit) {
    return Character.isLetter(unit) || Character.getType(unit) == Character.NON_SPACING_MARK;
  }

  private static @Nullable String file(Locale language) {
    String tag = language.getLanguage();
    if (tag.equals("en") && !AMERICAN.contains(language.getCountry())) {
      return "en-gb";
    }
    return PLAIN.contains(tag) ? tag : FILES.get(tag);
  }

  private HyphenationPatterns patterns(String file) {
    return read.computeIfAbsent(file, Hyphenator::load);
  }

  private static HyphenationPatterns load(String file) {
    String name = "/hyphenation/hyph-" + file + ".tex";
    try (InputStream in = Hyphenator.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("there is no " + name);
      }
      return new HyphenationPatterns(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the patterns " + name + " cannot be read", unreadable);
    }
  }
}
