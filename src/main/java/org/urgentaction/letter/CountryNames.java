package org.urgentaction.letter;

import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Countries by code and by name, as CLDR knows them. */
final class CountryNames {
  /** The languages in which lists are usually kept. */
  private static final List<Locale> NAMED_IN =
      List.of("en", "fr", "es", "de", "pt", "it", "nl", "ru", "kk", "ar", "uk", "sv", "pl").stream()
          .map(Locale::forLanguageTag)
          .toList();

  private CountryNames() {}

  /** The ISO 3166-1 alpha-2 code for a code of two or three letters, or a country's name. */
  static Optional<String> code(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.equals("UK")) {
      return Optional.of("GB");
    }
    return Arrays.stream(Locale.getISOCountries())
        .filter(code -> code.equals(upper) || alpha3(code).equals(upper))
        .findFirst()
        .or(() -> byName(text.strip()));
  }

  private static Optional<String> byName(String name) {
    Collator collator = Collator.getInstance(Locale.ROOT);
    collator.setStrength(Collator.PRIMARY);
    return Arrays.stream(Locale.getISOCountries())
        .filter(
            code ->
                NAMED_IN.stream()
                    .anyMatch(language -> collator.equals(nameIn(code, language), name)))
        .findFirst();
  }

  private static String alpha3(String code) {
    return new Locale("", code).getISO3Country();
  }

  static String nameIn(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language);
  }
}
