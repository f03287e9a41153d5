package org.urgentaction.importing.read;

import java.util.Locale;
import java.util.Set;

/**
 * The language that a file states for its text (BCP 47), without a region: programs write the one
 * of whoever installed them. It stays where it tells another way of writing.
 */
final class StatedLanguage {
  private static final Set<String> WRITTEN_BY_REGION = Set.of("zh", "pt", "sr");

  private StatedLanguage() {}

  /** The tag, empty where what is stated is none. */
  static String of(String stated) {
    Locale locale = Locale.forLanguageTag(CleanText.of(stated).replace('_', '-'));
    return WRITTEN_BY_REGION.contains(locale.getLanguage())
        ? locale.toLanguageTag()
        : locale.getLanguage();
  }
}
