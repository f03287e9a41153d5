package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.log.Reply;
import org.urgentaction.problem.Problem;
import org.urgentaction.web.Case;
import org.urgentaction.web.CaseModel;
import org.urgentaction.web.Shelf;
import org.urgentaction.web.Wording;

/** The list of campaigns as coordinators see it, and the page of each. */
final class CampaignPages {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final DeskAnswers answers;
  private final Shelf shelf;
  private final CaseModel cases;
  private final DeskLog log;
  private final Warnings warnings;

  CampaignPages(DeskAnswers answers, Shelf shelf, CaseModel cases, DeskLog log, Warnings warnings) {
    this.answers = answers;
    this.shelf = shelf;
    this.cases = cases;
    this.log = log;
    this.warnings = warnings;
  }

  /** Every campaign, and files that are none; without the log's figures where it cannot be read. */
  void list(Context context) {
    Wording wording = answers.wording(context);
    Map<String, @Nullable Object> model = new HashMap<>();
    Figures figures = null;
    try {
      figures = log.read(Figures::of).orElse(Figures.NONE);
    } catch (LogUnavailableException e) {
      model.put("unavailable", e.problem().toString());
    }
    Catalogue catalogue = shelf.catalogue();
    List<Case> all = shelf.all();
    warnings.begin(catalogue);
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<Map<String, @Nullable Object>> open = new ArrayList<>();
    List<Map<String, @Nullable Object>> closed = new ArrayList<>();
    for (Case each : all) {
      Map<String, @Nullable Object> card = new HashMap<>(cases.of(each, wording));
      List<Problem> found =
          warnings.of(catalogue, each.file(), Duration.ofNanos(end - System.nanoTime()));
      card.put("warnings", found == null ? null : found.size());
      if (figures != null) {
        CampaignFigures.put(card, figures.of(each.file().id()), each.campaign(), wording);
      }
      (each.open() ? open : closed).add(card);
    }
    model.put("open", open);
    model.put("closed", closed);
    model.put("broken", catalogue.broken().stream().map(CampaignPages::said).toList());
    answers.page(context, 200, "campaigns", model);
  }

  void one(Context context) {
    show(context, 200, null);
  }

  /**
   * The page of the campaign that the address names.
   *
   * @param fault what was wrong with a word on its mail, or null
   */
  void show(Context context, int status, @Nullable String fault) {
    Case shown = answers.answers().find(shelf, context.pathParam("id"));
    Wording wording = answers.wording(context);
    Map<String, @Nullable Object> model = new HashMap<>();
    Map<String, @Nullable Object> card = new HashMap<>(cases.of(shown, wording));
    model.put("case", card);
    model.put("file", shown.file().path().toString());
    List<Problem> found = warnings.of(shelf.catalogue(), shown.file());
    model.put("warnings", found == null ? null : found.stream().map(CampaignPages::said).toList());
    String id = shown.file().id();
    try {
      Logged logged = log.read(actions -> Logged.of(actions, id)).orElse(Logged.NONE);
      CampaignFigures.put(card, logged.figures(), shown.campaign(), wording);
      model.put(
          "replies",
          logged.replies().stream()
              .map(reply -> CampaignFigures.reply(reply, shown.campaign(), wording))
              .toList());
    } catch (LogUnavailableException e) {
      model.put("unavailable", e.problem().toString());
    }
    model.put("subjects", CampaignFigures.subjects(shown.campaign(), wording));
    model.put("today", shown.today().toString());
    model.put("target", ControlForm.target(context));
    model.put("because", ControlForm.because(context));
    model.put("fault", fault);
    model.put("said", ControlForm.said(context));
    model.put("reader", answers.answers().readersAddress(context, "/action/" + id));
    answers.page(context, status, "campaign", model);
  }

  /** What the log says of one campaign at one moment. */
  private record Logged(Figures figures, List<Reply> replies) {
    static final Logged NONE = new Logged(Figures.NONE, List.of());

    static Logged of(ActionLog log, String campaign) {
      return new Logged(Figures.of(log).of(campaign), log.replies(campaign));
    }
  }

  /** A problem as a page shows it: where, what, and what to do. */
  private static Map<String, @Nullable Object> said(Problem problem) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("file", problem.source());
    model.put("line", problem.line());
    model.put("column", problem.column());
    model.put("message", problem.message());
    model.put("advice", problem.advice());
    return model;
  }
}
