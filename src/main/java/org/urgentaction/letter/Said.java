package org.urgentaction.letter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Localized;

/** A value together with the language it is in, so that a page can say where that changes. */
record Said<T>(T value, Locale language) {

  /** What a campaign says in a language, else in its own, else in whichever there is. */
  static <T> Optional<Said<T>> of(Localized<T> value, Campaign campaign, Locale wanted) {
    Set<Locale> there = value.languages();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Locale found = value.matching(wanted);
    if (found == null) {
      found = value.matching(campaign.language());
    }
    if (found == null) {
      found = there.iterator().next();
    }
    return Optional.of(new Said<>(Objects.requireNonNull(value.values().get(found)), found));
  }

  /** Words and, where it is not the page's, language, as a template sees them. */
  Map<String, String> map(Locale page) {
    Map<String, String> seen = new HashMap<>();
    seen.put("words", String.valueOf(value));
    if (!language.getLanguage().equals(page.getLanguage())) {
      seen.put("lang", language.toLanguageTag());
    }
    return seen;
  }
}
