package org.urgentaction.typeset;

/**
 * Where a Burmese syllable may begin: dictionaries of words divide names they do not know inside.
 */
final class BurmeseSyllables {
  private static final char STACKER = '\u1039';
  private static final char KILLER = '\u103A';
  private static final char DOT_BELOW = '\u1037';

  private BurmeseSyllables() {}

  /** Whether a place between two Burmese characters is inside a syllable. */
  static boolean inside(String text, int place) {
    if (!burmese(text.charAt(place)) || !burmese(text.charAt(place - 1))) {
      return false;
    }
    return !begins(text.charAt(place))
        || text.charAt(place - 1) == STACKER
        || ends(text, place + 1);
  }

  private static boolean burmese(char unit) {
    return unit >= '\u1000' && unit <= '\u109F';
  }

  /** Consonants, independent vowels, digits and signs; no vowel sign, medial or tone. */
  private static boolean begins(char unit) {
    return unit <= '\u102A' || unit >= '\u103F';
  }

  /** Whether what follows a consonant makes it the end of the syllable before. */
  private static boolean ends(String text, int after) {
    int next = after < text.length() && text.charAt(after) == DOT_BELOW ? after + 1 : after;
    return next < text.length() && (text.charAt(next) == KILLER || text.charAt(next) == STACKER);
  }
}
