package org.urgentaction.web;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages that anybody may read: the list of actions, and each action. */
final class PublicPages {
  private final Shelf shelf;
  private final HomePage home;
  private final ActionPage action;
  private final Answers answers;

  PublicPages(Shelf shelf, CaseModel cases, Answers answers) {
    this.shelf = shelf;
    this.home = new HomePage(shelf, cases);
    this.action = new ActionPage(shelf, cases);
    this.answers = answers;
  }

  void home(Context context) {
    HomePage.Query query =
        new HomePage.Query(
            context.queryParam("q"), context.queryParam("country"), context.queryParam("letter"));
    answers.page(context, 200, "home", home.model(query, answers.visitor(context).language()));
  }

  /** By id; a UA number leads to its newest issue. */
  void action(Context context) {
    String asked = context.pathParam("id");
    Case shown = answers.find(shelf, asked);
    if (!shown.campaign().id().equals(asked)) {
      context.redirect(new Links(answers.visitor(context)).to("/action/" + shown.campaign().id()));
      return;
    }
    show(context, shown, 200, null);
  }

  /**
   * The page of an action.
   *
   * @param noted the channel of an action that the log has just counted
   */
  void show(Context context, Case shown, int status, @Nullable String noted) {
    Map<String, @Nullable Object> model =
        new HashMap<>(
            action.model(
                shown,
                answers.visitor(context).language(),
                answers.publicAddress("/action/" + shown.campaign().id())));
    model.put("noted", noted);
    answers.page(context, status, "action", model);
  }
}
