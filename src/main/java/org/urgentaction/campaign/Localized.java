package org.urgentaction.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that is written in some languages, found by BCP 47 tag.
 *
 * @param values by language, in the order of the file; empty where the campaign does not give it
 */
public record Localized<T>(Map<Locale, T> values) {

  public Localized {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public static <T> Localized<T> none() {
    return new Localized<>(Map.of());
  }

  public static <T> Localized<T> of(Locale language, T value) {
    return new Localized<>(Map.of(language, value));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Set<Locale> languages() {
    return values.keySet();
  }

  /** Whether {@link #in} finds a value for this language. */
  public boolean has(Locale wanted) {
    return matching(wanted) != null;
  }

  /** The value for a language by RFC 4647 lookup (fr-CA finds fr), or null where there is none. */
  public @Nullable T in(Locale wanted) {
    Locale found = matching(wanted);
    return found == null ? null : values.get(found);
  }

  /**
   * The tag under which {@link #in} finds a value: the tag itself, then shorter ones, then a
   * narrower one of the same language and script (fr finds fr-CA).
   */
  public @Nullable Locale matching(Locale wanted) {
    List<Locale.LanguageRange> range = Locale.LanguageRange.parse(tagOf(wanted));
    Locale found = Locale.lookup(range, values.keySet());
    if (found != null) {
      return found;
    }
    return values.keySet().stream()
        .filter(tag -> tag.getLanguage().equals(wanted.getLanguage()))
        .filter(tag -> wanted.getScript().isEmpty() || tag.getScript().equals(wanted.getScript()))
        .findFirst()
        .orElse(null);
  }

  /** The value in the first of these languages that has one; failing that, the first there is. */
  public @Nullable T inFirstOf(List<Locale> wanted) {
    for (Locale language : wanted) {
      T value = in(language);
      if (value != null) {
        return value;
      }
    }
    return values.values().stream().findFirst().orElse(null);
  }

  private static String tagOf(Locale locale) {
    return locale.toLanguageTag();
  }
}
