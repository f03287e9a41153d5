package org.urgentaction.campaign;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person at risk.
 *
 * @param name full name as the campaign's language writes it
 * @param names the name in other languages and scripts
 * @param also other spellings in use
 */
public record Person(
    String name, Localized<String> names, List<String> also, @Nullable Pronouns pronouns) {

  /** The name as a letter in this language writes it. */
  public String nameIn(Locale language) {
    String written = names.in(language);
    return written != null ? written : name;
  }
}
