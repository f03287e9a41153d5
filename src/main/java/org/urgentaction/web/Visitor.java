package org.urgentaction.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page, as far as that matters: in which language.
 *
 * @param language of the page, one of {@link #LANGUAGES}
 * @param chosen whether they chose it; links then carry it on, since there is no cookie
 */
public record Visitor(Locale language, boolean chosen) {
  /** The languages that the pages are written in. */
  static final List<Locale> LANGUAGES =
      List.of("en", "fr", "es", "ru", "ar").stream().map(Locale::forLanguageTag).toList();

  private static final int LONGEST_HEADER = 500;

  /**
   * The language that a reader asked for, else the first of those their browser prefers, else
   * English.
   *
   * @param acceptLanguage the header (RFC 9110), whatever it holds
   */
  static Visitor of(@Nullable String asked, @Nullable String acceptLanguage) {
    if (asked != null) {
      for (Locale language : LANGUAGES) {
        if (language.toLanguageTag().equals(asked)) {
          return new Visitor(language, true);
        }
      }
    }
    return new Visitor(preferred(acceptLanguage), false);
  }

  private static Locale preferred(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > LONGEST_HEADER) {
      return Locale.ENGLISH;
    }
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(header), LANGUAGES);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH; // no header of a browser's
    }
  }
}
