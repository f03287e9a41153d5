package org.urgentaction.importing.recognize;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries and their great cities by name, in the languages of the sections (CLDR). */
final class CountryNames {
  private static final List<String> LANGUAGES =
      List.of("en", "es", "fr", "de", "it", "sv", "pt", "nl", "ja", "ar", "ru");
  private static final int LONGEST_NAME = 60;

  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> cities = new HashMap<>();
  private final Map<Character, Integer> longest = new HashMap<>();

  CountryNames() {
    Map<?, ?> variants = Lexicon.load("countries.yaml");
    for (Map.Entry<?, ?> country : variants.entrySet()) {
      Lexicon.texts(country.getValue()).forEach(name -> add(name, country.getKey().toString()));
    }
    List<String> regions = Arrays.asList(Locale.getISOCountries());
    for (String language : LANGUAGES) {
      for (String region : regions) {
        String name = new Locale("", region).getDisplayCountry(Locale.forLanguageTag(language));
        add(name, region);
        int bracket = name.indexOf('(');
        if (bracket > 2) {
          add(name.substring(0, bracket), region);
        }
      }
    }
    for (String language : List.of("en", "es", "fr", "de", "it", "sv", "ja")) {
      TimeZoneNames names = TimeZoneNames.getInstance(new ULocale(language));
      for (String zone : TimeZone.getAvailableIDs()) {
        String city = names.getExemplarLocationName(zone);
        if (city != null) {
          cities.putIfAbsent(Folding.key(city), TimeZone.getRegion(zone));
        }
      }
    }
  }

  private void add(String name, String region) {
    String key = Folding.key(name);
    if (key.length() < 2) {
      return;
    }
    if (codes.putIfAbsent(key, region) == null) {
      longest.merge(key.charAt(0), key.length(), Math::max);
    }
  }

  /** A country's name in a text. */
  record Named(String code, int start, int end) {}

  /** The country that a whole text names; null where it names none. */
  @Nullable String code(String text) {
    String key = Folding.key(text);
    for (String article :
        List.of("the ", "la ", "le ", "el ", "l'", "les ", "los ", "las ", "die ", "der ")) {
      if (key.startsWith(article) && codes.containsKey(key.substring(article.length()))) {
        return codes.get(key.substring(article.length()));
      }
    }
    return key.length() > LONGEST_NAME ? null : codes.get(key);
  }

  boolean isCity(String text) {
    return cities.containsKey(Folding.key(text));
  }

  /** The country of the last great city that a text names; null where it names none. */
  @Nullable String ofCity(String text) {
    String country = null;
    for (String word : text.split("[\\s,;]+", 40)) {
      String found = cities.get(Folding.key(word));
      country = found != null && found.length() == 2 ? found : country;
    }
    return country;
  }

  /** The country whose name stands at a place in folded text; null where none does. */
  @Nullable Named at(String folded, int from) {
    if (from >= folded.length()) {
      return null;
    }
    int most = Math.min(longest.getOrDefault(folded.charAt(from), 0), folded.length() - from);
    for (int length = most; length > 1; length--) {
      int end = from + length;
      String code = codes.get(folded.substring(from, end));
      if (code != null && Phrases.isBoundary(folded, end)) {
        return new Named(code, from, end);
      }
    }
    return null;
  }

  /** Every country named in a text, written with a capital where its script has capitals. */
  List<Named> in(String text) {
    String part = text.length() > 20_000 ? text.substring(0, 20_000) : text;
    String folded = Folding.fold(part);
    java.util.ArrayList<Named> found = new java.util.ArrayList<>();
    for (int i = 0; i < folded.length(); i++) {
      if (!Phrases.isBoundary(folded, i) || Character.isLowerCase(part.charAt(i))) {
        continue;
      }
      Named named = at(folded, i);
      if (named != null && !(named.end() - named.start() <= 3 && !isUpper(part, named))) {
        found.add(named);
        i = named.end() - 1;
      }
    }
    return found;
  }

  private static boolean isUpper(String text, Named named) {
    String word = text.substring(named.start(), named.end());
    return word.equals(word.toUpperCase(Locale.ROOT));
  }
}
