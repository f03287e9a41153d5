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
  private final Photos photos;
  private final Bulletins bulletins;
  private final Answers answers;

  PublicPages(Shelf shelf, CaseModel cases, Photos photos, Bulletins bulletins, Answers answers) {
    this.shelf = shelf;
    this.photos = photos;
    this.bulletins = bulletins;
    this.home = new HomePage(shelf, cases);
    this.action = new ActionPage(shelf, cases, photos);
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

  void photo(Context context) {
    Photos.Shown photo =
        photos
            .of(answers.find(shelf, context.pathParam("id")).file())
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    context.header("Cache-Control", "max-age=300");
    context.contentType("image/jpeg");
    context.result(photo.bytes());
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
    model.put("ready", Map.of());
    model.put(
        "bulletins",
        bulletins.offered(shown.campaign(), new Wording(answers.visitor(context).language())));
    answers.page(context, status, "action", model);
  }
}
