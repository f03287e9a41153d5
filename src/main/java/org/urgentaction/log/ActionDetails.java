package org.urgentaction.log;

import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of an action beside its key, for the totals and the audit.
 *
 * @param language BCP 47 tag of the letter
 * @param country ISO 3166-1 code of the writer's country, or null where it is not known
 * @param reason why a safety gate was passed ({@code --anyway}), or null where none was
 */
public record ActionDetails(String language, @Nullable String country, @Nullable String reason) {
  public ActionDetails(String language, @Nullable String country) {
    this(language, country, null);
  }
}
