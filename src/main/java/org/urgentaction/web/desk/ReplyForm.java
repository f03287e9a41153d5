package org.urgentaction.web.desk;

import io.javalin.http.Context;
import org.urgentaction.dispatch.NotedReply;
import org.urgentaction.web.Case;
import org.urgentaction.web.Shelf;

/** An official's answer, noted as {@code ua log reply} does. */
final class ReplyForm {
  private final DeskAnswers answers;
  private final Shelf shelf;
  private final DeskLog log;

  ReplyForm(DeskAnswers answers, Shelf shelf, DeskLog log) {
    this.answers = answers;
    this.shelf = shelf;
    this.log = log;
  }

  /** Notes it, and shows the campaign as it is then. */
  void note(Context context) {
    Case shown = answers.answers().find(shelf, context.pathParam("id"));
    String from = context.formParam("from");
    NotedReply reply =
        NotedReply.read(
            shown.campaign(),
            from == null ? "" : from,
            context.formParam("on"),
            context.formParam("words"),
            shown.today());
    String id = shown.file().id();
    log.change(
        actions -> {
          reply.note(actions, id);
          return reply;
        });
    answers.seeOther(context, "/campaign/" + id + "?said=replied");
  }
}
