package org.urgentaction.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Languages by BCP 47 tag and by name, as CLDR knows them. */
public final class Languages {
  private static final List<String> CODES = Arrays.asList(Locale.getISOLanguages());

  private Languages() {}

  /** The language of a tag (fr-CA, zh-Hant), or of a name in English or in the language itself. */
  public static Optional<Locale> named(String text) {
    Locale locale = Locale.forLanguageTag(text.strip().replace('_', '-'));
    if (CODES.contains(locale.getLanguage())) {
      return Optional.of(locale);
    }
    return CODES.stream()
        .map(Locale::new)
        .filter(
            language ->
                language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(text.strip())
                    || language.getDisplayLanguage(language).equalsIgnoreCase(text.strip()))
        .findFirst();
  }

  /** The language's name with its tag: {@code Russian (ru)}. */
  public static String shown(Locale language) {
    return "%s (%s)".formatted(language.getDisplayName(Locale.ENGLISH), language.toLanguageTag());
  }
}
