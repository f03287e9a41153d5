package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.letter.AuthoritiesComposer;
import org.urgentaction.letter.Templates;
import org.urgentaction.report.Report;
import org.urgentaction.web.Shelf;
import org.urgentaction.web.Wording;

/** What was done, added up, as {@code ua report} does: a chart, the numbers beside it, files. */
final class ReportPages {
  private final DeskAnswers answers;
  private final Shelf shelf;
  private final DeskLog log;
  private final AuthoritiesComposer authorities;

  ReportPages(DeskAnswers answers, Shelf shelf, DeskLog log, Templates templates) {
    this.answers = answers;
    this.shelf = shelf;
    this.log = log;
    this.authorities = new AuthoritiesComposer(templates);
  }

  /** Of all campaigns, or of the one that the address names. */
  void show(Context context) {
    String id = DeskAnswers.campaign(context);
    Reported reported = Reported.of(id, shelf, log);
    Wording wording = answers.wording(context);
    Report report = reported.report();
    Map<String, @Nullable Object> model = new HashMap<>();
    Campaign campaign = reported.campaign();
    Map<String, Object> title = campaign == null ? null : wording.text(campaign, campaign.title());
    model.put("id", id);
    model.put("filed", campaign != null);
    model.put("title", title != null || id == null ? title : wording.in(wording.language(), id));
    model.put("here", DeskAnswers.path(id, "report"));
    model.put("actions", report.actions());
    model.put("first", report.first().map(wording::day).orElse(null));
    model.put("last", report.last().map(wording::day).orElse(null));
    model.put("states", states(report));
    model.put("tables", ReportTables.of(reported, wording));
    model.put("any", !report.cells().isEmpty());
    model.put(
        "authorities",
        campaign == null || report.actions() == 0
            ? List.of()
            : authorities.languages(campaign).stream()
                .map(tag -> Map.of("tag", tag.toLanguageTag(), "name", wording.language(tag)))
                .toList());
    answers.page(context, 200, "report", model);
  }

  private static List<Map<String, Object>> states(Report report) {
    List<Map<String, Object>> states = new ArrayList<>();
    report
        .states()
        .forEach(
            (state, count) ->
                states.add(
                    Map.of("state", state.toString(), "count", count, "done", state.done())));
    return states;
  }
}
