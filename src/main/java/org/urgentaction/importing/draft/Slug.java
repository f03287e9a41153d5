package org.urgentaction.importing.draft;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words in any script as small Latin letters, digits and hyphens, which ids and files' names are.
 */
final class Slug {
  private static final int LONGEST = 60;
  private static final int MOST_CHARACTERS = 200;

  /** Not thread-safe, hence one each time it is needed. */
  private Slug() {}

  /** The words of a text in Latin letters; none where nothing of it can be written so. */
  static List<String> words(String text) {
    String start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    String latin =
        Transliterator.getInstance("Any-Latin; Latin-ASCII")
            .transliterate(start)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’ʹʺ]", "");
    return Arrays.stream(latin.split("[^a-z0-9]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Words joined by hyphens, as many as an id has room for. */
  static String joined(List<String> words) {
    StringBuilder slug = new StringBuilder();
    for (String word : words) {
      if (slug.length() + word.length() > LONGEST) {
        break;
      }
      slug.append(slug.length() == 0 ? "" : "-").append(word);
    }
    return slug.toString();
  }
}
