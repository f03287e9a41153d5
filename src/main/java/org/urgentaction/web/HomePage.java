package org.urgentaction.web;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;

/** The list of actions: open ones, soonest deadline first; closed ones apart. */
final class HomePage {
  private final Shelf shelf;
  private final CaseModel cases;

  /** What the reader looks for; every part may be missing. */
  record Query(@Nullable String words, @Nullable String country, @Nullable String language) {
    private static final int LONGEST = 100;

    Query {
      words = cut(words);
      country = cut(country);
      language = cut(language);
    }

    private static @Nullable String cut(@Nullable String text) {
      return text == null || text.isBlank()
          ? null
          : text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }

    boolean isEmpty() {
      return words == null && country == null && language == null;
    }
  }

  HomePage(Shelf shelf, CaseModel cases) {
    this.shelf = shelf;
    this.cases = cases;
  }

  Map<String, @Nullable Object> model(Query query, Locale language) {
    Wording wording = new Wording(language);
    List<Case> all = shelf.all();
    List<Case> found = all.stream().filter(each -> matches(each.campaign(), query)).toList();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("open", found.stream().filter(Case::open).map(e -> cases.of(e, wording)).toList());
    model.put(
        "closed", found.stream().filter(e -> !e.open()).map(e -> cases.of(e, wording)).toList());
    model.put("words", query.words());
    model.put("country", query.country());
    model.put("letterLanguage", query.language());
    model.put("searched", !query.isEmpty());
    model.put("any", !all.isEmpty());
    model.put("broken", shelf.hasBroken());
    model.put("countries", countries(all, wording));
    model.put("letterLanguages", letterLanguages(all, wording));
    return model;
  }

  private static List<Map<String, String>> countries(List<Case> all, Wording wording) {
    Map<String, String> names = new TreeMap<>();
    all.forEach(
        each -> names.put(each.campaign().country(), wording.country(each.campaign().country())));
    return options(names);
  }

  private static List<Map<String, String>> letterLanguages(List<Case> all, Wording wording) {
    Map<String, String> names = new TreeMap<>();
    for (Case each : all) {
      for (Locale tag : each.campaign().letterLanguages()) {
        names.put(tag.toLanguageTag(), wording.language(tag));
      }
    }
    return options(names);
  }

  private static List<Map<String, String>> options(Map<String, String> names) {
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(entry -> Map.of("value", entry.getKey(), "name", entry.getValue()))
        .toList();
  }

  private static boolean matches(Campaign campaign, Query query) {
    return (query.country() == null || campaign.country().equals(query.country()))
        && (query.language() == null
            || campaign.letterLanguages().stream()
                .anyMatch(tag -> tag.toLanguageTag().equals(query.language())))
        && (query.words() == null || holds(campaign, query.words()));
  }

  /** Every word that was typed stands somewhere in what names the campaign, in any language. */
  private static boolean holds(Campaign campaign, String words) {
    Stream<String> names =
        Stream.of(
                Stream.of(campaign.id(), String.valueOf(campaign.ua())),
                campaign.title().languages().stream().map(tag -> campaign.title().in(tag)),
                campaign.people().stream().map(person -> person.name()),
                campaign.people().stream().flatMap(person -> person.also().stream()),
                campaign.people().stream()
                    .flatMap(
                        person ->
                            person.names().languages().stream().map(tag -> person.names().in(tag))),
                Visitor.LANGUAGES.stream()
                    .map(tag -> new Locale("", campaign.country()).getDisplayCountry(tag)))
            .flatMap(each -> each);
    String text = plain(String.join("\n", names.filter(Objects::nonNull).toList()));
    return Stream.of(plain(words).split("\\s+")).allMatch(text::contains);
  }

  /** Without case and accents. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
