package org.urgentaction.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One issue of one Urgent Action, as one campaign file holds it.
 *
 * @param id the file's name without its ending
 * @param ua null where the document has no number; nothing supersedes it then
 * @param issue first UA = 1, second = 2…
 * @param index the document's index number, where it has one
 * @param country ISO 3166-1 alpha-2
 * @param language of plain strings in the file
 * @param deadline last day on which appeals are wanted, inclusive; null where the document has none
 * @param zone where the section is: a day ends with this zone
 * @param previous ids of, or links to, earlier issues
 * @param people empty where the document names nobody; the title stands in their place then
 * @param asks the requests, one string each
 * @param letter sample letter in Markdown; where absent the template builds one from summary and
 *     asks
 * @param targets empty where the document names none: letters are open ones, to the authorities
 * @param closedChannels channels that are not to be advised, with the reason
 * @param social suggested posts
 */
public record Campaign(
    String id,
    @Nullable UaNumber ua,
    int issue,
    @Nullable String index,
    String country,
    Locale language,
    @Nullable IssueDate issued,
    @Nullable LocalDate deadline,
    ZoneId zone,
    List<String> previous,
    List<Person> people,
    Localized<String> title,
    Localized<String> summary,
    Localized<List<String>> asks,
    Localized<String> letter,
    Localized<String> background,
    List<Locale> preferredLanguages,
    List<Target> targets,
    List<Copy> copies,
    Map<Channel, Localized<String>> closedChannels,
    Localized<List<String>> social,
    @Nullable Photo photo,
    @Nullable ReportTo reportTo,
    @Nullable Stopped stopped) {

  /**
   * The languages in which a letter can be written: those with a sample letter or with requests;
   * where there are neither, those with a summary.
   */
  public Set<Locale> letterLanguages() {
    Set<Locale> languages = new LinkedHashSet<>(letter.languages());
    languages.addAll(asks.languages());
    return languages.isEmpty() ? summary.languages() : languages;
  }

  /** In a language, else in the campaign's own, else in whichever there is; null where empty. */
  public <T> @Nullable T best(Localized<T> value, Locale wanted) {
    return value.inFirstOf(List.of(wanted, language));
  }
}
