package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.web.Case;
import org.urgentaction.web.CaseModel;
import org.urgentaction.web.Shelf;
import org.urgentaction.web.Wording;

/** The list of campaigns as coordinators see it, and the page of each. */
final class CampaignPages {
  private final DeskAnswers answers;
  private final Shelf shelf;
  private final CaseModel cases;

  CampaignPages(DeskAnswers answers, Shelf shelf, CaseModel cases) {
    this.answers = answers;
    this.shelf = shelf;
    this.cases = cases;
  }

  void list(Context context) {
    Wording wording = answers.wording(context);
    List<Case> all = shelf.all();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("open", all.stream().filter(Case::open).map(e -> cases.of(e, wording)).toList());
    model.put(
        "closed", all.stream().filter(e -> !e.open()).map(e -> cases.of(e, wording)).toList());
    model.put("broken", shelf.catalogue().broken().stream().map(Object::toString).toList());
    answers.page(context, 200, "campaigns", model);
  }

  void one(Context context) {
    Case shown = answers.answers().find(shelf, context.pathParam("id"));
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("case", cases.of(shown, answers.wording(context)));
    answers.page(context, 200, "campaign", model);
  }
}
