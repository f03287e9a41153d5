package org.urgentaction.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a site of files is made for.
 *
 * @param language of its index.html, one of those that pages are written in
 * @param country ISO 3166-1 alpha-2 of its readers: it decides the paper of letters, and which
 *     office gets a copy; null for any
 * @param address under which it will be found, with a slash at its end, to share; null where that
 *     is not known
 */
public record SiteSettings(Locale language, @Nullable String country, @Nullable URI address) {

  /** A language that pages are written in; empty where the tag names none of them. */
  public static Optional<Locale> language(String tag) {
    return languages().stream().filter(each -> each.toLanguageTag().equals(tag)).findFirst();
  }

  /** Those that pages are written in. */
  public static List<Locale> languages() {
    return Visitor.LANGUAGES;
  }
}
