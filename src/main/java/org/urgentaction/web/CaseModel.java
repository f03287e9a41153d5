package org.urgentaction.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Closure;
import org.urgentaction.letter.CaseText;

/** What every page says of a campaign, as its template sees it. */
public final class CaseModel {
  private final CaseText texts = new CaseText();
  private final Function<String, @Nullable Long> counts;
  private final LetterDesk desk;

  /**
   * @param counts of actions taken, by campaign; null where that is not known
   */
  CaseModel(Function<String, @Nullable Long> counts, LetterDesk desk) {
    this.counts = counts;
    this.desk = desk;
  }

  /** The campaign in short: a card in a list, the head of a page. */
  public Map<String, @Nullable Object> of(Case shown, Wording wording) {
    Campaign campaign = shown.campaign();
    Locale language = wording.language();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", campaign.id());
    model.put("ua", campaign.ua() == null ? null : campaign.ua().toString());
    model.put("issue", campaign.issue());
    model.put("country", wording.country(campaign.country()));
    model.put("title", wording.text(campaign, campaign.title()));
    model.put("people", people(campaign, language));
    model.put("open", shown.open());
    model.put("closures", closures(shown, wording));
    OptionalLong days = shown.daysLeft();
    model.put("days", days.isPresent() ? days.getAsLong() : null);
    model.put("deadline", campaign.deadline() == null ? null : wording.day(campaign.deadline()));
    model.put("issued", campaign.issued() == null ? null : wording.issued(campaign.issued()));
    model.put("letterLanguages", letterLanguages(campaign, wording));
    model.put("actions", counts.apply(campaign.id()));
    return model;
  }

  private String people(Campaign campaign, Locale language) {
    return campaign.people().isEmpty() ? "" : texts.people(campaign, language);
  }

  /** Those in which a letter can be written here. */
  private List<Map<String, Object>> letterLanguages(Campaign campaign, Wording wording) {
    return desk.languages(campaign).stream()
        .map(
            tag ->
                Map.<String, Object>of("tag", tag.toLanguageTag(), "name", wording.language(tag)))
        .collect(Collectors.toList());
  }

  private static List<Map<String, @Nullable Object>> closures(Case shown, Wording wording) {
    List<Map<String, @Nullable Object>> closures = new ArrayList<>();
    for (Closure closure : shown.closures()) {
      Map<String, @Nullable Object> model = new HashMap<>();
      if (closure instanceof Closure.DeadlinePassed passed) {
        model.put("kind", "deadline");
        model.put("date", wording.day(passed.deadline()));
      } else if (closure instanceof Closure.Superseded superseded) {
        model.put("kind", "superseded");
        model.put("id", superseded.newest().id());
      } else if (closure instanceof Closure.Stopped stopped) {
        model.put("kind", "stopped");
        model.put("date", wording.day(stopped.on()));
        model.put("because", wording.text(shown.campaign(), stopped.because()));
      }
      closures.add(model);
    }
    return closures;
  }
}
