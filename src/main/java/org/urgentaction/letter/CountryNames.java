package org.urgentaction.letter;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Countries by code and by name, as CLDR knows them. */
final class CountryNames {
  /** The languages in which lists are usually kept. */
  private static final List<Locale> NAMED_IN =
      List.of("en", "fr", "es", "de", "pt", "it", "nl", "ru", "kk", "ar", "uk", "sv", "pl").stream()
          .map(Locale::forLanguageTag)
          .toList();

  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  /** Names by what they are without case and accents; made once, when the first name is read. */
  private static final class Index {
    static final Collator COLLATOR = collator();

    @SuppressWarnings("ImmutableMemberCollection") // no CollationKey ever changes
    static final Map<CollationKey, String> CODES = codes();

    private Index() {}

    private static Collator collator() {
      Collator collator = Collator.getInstance(Locale.ROOT);
      collator.setStrength(Collator.PRIMARY);
      return collator;
    }

    private static Map<CollationKey, String> codes() {
      Map<CollationKey, String> codes = new HashMap<>();
      for (String code : Locale.getISOCountries()) {
        for (Locale language : NAMED_IN) {
          codes.putIfAbsent(COLLATOR.getCollationKey(nameIn(code, language)), code);
        }
      }
      return Map.copyOf(codes);
    }
  }

  private CountryNames() {}

  /** The ISO 3166-1 alpha-2 code for a code of two or three letters, or a country's name. */
  static Optional<String> code(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.equals("UK")) {
      return Optional.of("GB");
    }
    if (CODES.contains(upper)) {
      return Optional.of(upper);
    }
    return Arrays.stream(Locale.getISOCountries())
        .filter(code -> upper.length() == 3 && alpha3(code).equals(upper))
        .findFirst()
        .or(() -> byName(text.strip()));
  }

  private static Optional<String> byName(String name) {
    return Optional.ofNullable(Index.CODES.get(Index.COLLATOR.getCollationKey(name)));
  }

  private static String alpha3(String code) {
    return new Locale("", code).getISO3Country();
  }

  static String nameIn(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language);
  }
}
