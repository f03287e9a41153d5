package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.UaNumber;

/** Gives a campaign and its officials the short names that people type. */
public final class Ids {
  private static final int MOST_WORDS = 5;
  private static final int MOST_TITLE_WORDS = 4;

  /** In the words of an office that stands for its country elsewhere, in the usual languages. */
  private static final Pattern EMBASSY =
      Pattern.compile(
          "(?iu)embass|ambass|embaj|embaix|botschaft|consul|konsul|high commission|посол"
              + "|سفار|سفير|大使");

  /** Before a state's name; what follows says whose office it is, which the campaign says. */
  private static final Set<String> STATES =
      Set.of(
          "republic",
          "republique",
          "republica",
          "repubblica",
          "republik",
          "respubliki",
          "kingdom",
          "royaume",
          "reino",
          "konigreich",
          "islamic",
          "federal",
          "federative",
          "democratic",
          "socialist",
          "bolivarian",
          "plurinational",
          "hashemite",
          "united");

  private static final Set<String> SMALL_WORDS =
      Set.of(
          "of", "the", "for", "in", "and", "to", "at", "on", "de", "la", "le", "les", "du", "des",
          "del", "los", "las", "el", "y", "et", "da", "do", "dos", "e", "der", "die", "das", "fur",
          "von", "und", "am", "im", "d", "l", "di", "della", "dei", "degli");

  private final Set<String> taken = new HashSet<>();
  private final Set<String> country;

  /**
   * @param country ISO 3166-1 code, empty where it is not known
   * @param language of the document, whose name for the country is left out of ids
   */
  public Ids(String country, Locale language) {
    Locale place = new Locale("", country);
    this.country = new HashSet<>();
    if (!country.isEmpty()) {
      for (Locale in : List.of(Locale.ENGLISH, language)) {
        Slug.words(place.getDisplayCountry(in)).stream()
            .filter(word -> !SMALL_WORDS.contains(word))
            .forEach(this.country::add);
      }
    }
  }

  /** {@code ua-31-22-3}; without a number, country and name: {@code kz-zhanbolat-mamay}. */
  public static String campaign(
      @Nullable UaNumber ua,
      @Nullable Integer issue,
      String country,
      @Nullable String person,
      String title) {
    if (ua != null) {
      return "ua-" + ua.toString().replace('/', '-') + (issue == null ? "" : "-" + issue);
    }
    List<String> words = new ArrayList<>();
    if (!country.isEmpty()) {
      words.add(country.toLowerCase(Locale.ROOT));
    }
    List<String> name = person == null ? List.of() : Slug.words(person);
    if (name.isEmpty()) {
      name =
          Slug.words(title).stream()
              .filter(word -> !SMALL_WORDS.contains(word))
              .limit(MOST_TITLE_WORDS)
              .toList();
    }
    words.addAll(name);
    return words.isEmpty() ? "campaign" : Slug.joined(words);
  }

  /**
   * An id that no other official has: {@code president}, {@code embassy-us}.
   *
   * @param countries of the writers that a copy is for
   */
  public String office(
      @Nullable String role,
      @Nullable String organization,
      @Nullable String name,
      List<String> countries) {
    boolean embassy =
        Stream.of(role, organization, name)
            .anyMatch(words -> words != null && EMBASSY.matcher(words).find());
    if (embassy) {
      return unique(
          countries.isEmpty() ? "embassy" : "embassy-" + countries.get(0).toLowerCase(Locale.ROOT));
    }
    return unique(
        Stream.of(role, organization, name)
            .filter(words -> words != null)
            .map(this::shortened)
            .filter(slug -> !slug.isEmpty())
            .findFirst()
            .orElse("target"));
  }

  private String shortened(String words) {
    List<String> all = Slug.words(words.split("[,;(]", 2)[0]);
    List<String> kept = new ArrayList<>();
    for (String word : all) {
      if (STATES.contains(word) || country.contains(word) || kept.size() == MOST_WORDS) {
        break;
      }
      kept.add(word);
    }
    if (kept.stream().allMatch(SMALL_WORDS::contains)) {
      kept = new ArrayList<>(all.subList(0, Math.min(MOST_WORDS, all.size())));
    }
    while (!kept.isEmpty() && SMALL_WORDS.contains(kept.get(kept.size() - 1))) {
      kept.remove(kept.size() - 1);
    }
    while (!kept.isEmpty() && SMALL_WORDS.contains(kept.get(0))) {
      kept.remove(0);
    }
    return Slug.joined(kept);
  }

  /** The id itself, or a numbered one where it is taken; it is taken from now on. */
  String free(String id) {
    return unique(id);
  }

  private String unique(String wanted) {
    String id = wanted;
    for (int i = 2; !taken.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }
}
