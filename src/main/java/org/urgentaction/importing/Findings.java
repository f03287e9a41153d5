package org.urgentaction.importing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.campaign.UaNumber;

/**
 * What a document says of an Urgent Action, field by field of a campaign file. Null or empty is
 * what the document does not hold: nothing is made up.
 *
 * @param language BCP 47 tag of the document's texts
 * @param country ISO 3166-1 alpha-2
 * @param letter sample letter in Markdown without salutation and closing, what varies as {@code
 *     ${…}} where that is certain
 * @param background in Markdown, its headings as {@code ##}
 * @param preferredLanguages BCP 47 tags
 * @param previous ids or links of earlier issues
 * @param social suggested posts
 * @param ended day on which a closing notice says that the action ended
 */
public record Findings(
    String language,
    @Nullable Found<UaNumber> ua,
    @Nullable Found<Integer> issue,
    @Nullable Found<String> index,
    @Nullable Found<String> country,
    @Nullable Found<IssueDate> issued,
    @Nullable Found<LocalDate> deadline,
    @Nullable Found<LocalDate> ended,
    List<Found<String>> previous,
    List<FoundPerson> people,
    @Nullable Found<String> title,
    @Nullable Found<String> summary,
    List<Found<String>> asks,
    @Nullable Found<String> letter,
    @Nullable Found<String> background,
    List<Found<String>> preferredLanguages,
    List<FoundOffice> targets,
    List<FoundOffice> copies,
    List<Found<String>> social,
    @Nullable Found<String> reportEmail,
    @Nullable Found<String> reportWeb) {

  public Findings {
    previous = List.copyOf(previous);
    people = List.copyOf(people);
    asks = List.copyOf(asks);
    preferredLanguages = List.copyOf(preferredLanguages);
    targets = List.copyOf(targets);
    copies = List.copyOf(copies);
    social = List.copyOf(social);
  }
}
