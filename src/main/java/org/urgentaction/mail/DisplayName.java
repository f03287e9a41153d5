package org.urgentaction.mail;

import com.ibm.icu.text.SpoofChecker;
import java.util.regex.Pattern;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A name as mail programs show it beside an address, kept from passing for another: no characters
 * that are not seen, no word that mixes alphabets whose letters look alike (UTS 39).
 */
final class DisplayName {
  /** All but the joiners, which Persian and the languages of India write with. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\u115f\\u1160\\u3164\\uffa0&&[^\\u200c\\u200d]]");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private DisplayName() {}

  /**
   * The name without white space around it.
   *
   * @throws InvalidInputException naming the field, if the name cannot be shown for what it is
   */
  static String require(String field, String name) {
    String text = HeaderText.require(field, name).strip();
    if (HeaderText.isPlain(text)) {
      return text;
    }
    if (UNSEEN.matcher(text).find()) {
      throw refused(field, "it holds a character that nobody sees");
    }
    if (imitates(text)) {
      throw refused(field, "a word in it mixes letters of alphabets that look alike");
    }
    return text;
  }

  /** Whether a word mixes scripts in a way that no language does ("highly restrictive"). */
  static boolean imitates(String text) {
    if (HeaderText.isPlain(text) || text.chars().allMatch(c -> c < 0x250)) {
      return false; // Latin alone
    }
    return BETWEEN_WORDS
        .splitAsStream(text)
        .anyMatch(word -> !word.isEmpty() && Alphabets.CHECKER.failsChecks(word));
  }

  private static InvalidInputException refused(String field, String message) {
    return new InvalidInputException(
        Problem.error(field, message).advise("type it again in one alphabet"));
  }

  /** Loaded only where a name has letters that could be mixed up. */
  private static final class Alphabets {
    static final SpoofChecker CHECKER =
        new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private Alphabets() {}
  }
}
