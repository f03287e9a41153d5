package org.urgentaction.web.desk;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.web.Answers;
import org.urgentaction.web.Guard;
import org.urgentaction.web.Refusal;
import org.urgentaction.web.Wording;

/** What all coordinators' pages share: the key before them, their frame, what went wrong. */
final class DeskAnswers {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private final Guard guard;
  private final Answers answers;

  DeskAnswers(Guard guard, Answers answers) {
    this.guard = guard;
    this.answers = answers;
  }

  /**
   * A handler that is reached with the key alone: without it nobody is told that there is anything.
   * What is wrong with input or log is said on a page.
   */
  Handler open(Handler handler) {
    return context -> {
      if (!guard.opensDesk(context)) {
        throw new Refusal(Refusal.Kind.NOT_FOUND);
      }
      try {
        handler.handle(context);
      } catch (Refusal e) {
        if (e.retryAfter() > 0) {
          context.header("Retry-After", Integer.toString(e.retryAfter()));
        }
        problem(context, e.kind().status(), e.kind().key(), e.retryAfter(), List.of());
      } catch (InvalidInputException e) {
        problem(context, 422, "input", 0, e.problems());
      } catch (LogUnavailableException e) {
        problem(context, 503, "unavailable", 0, List.of(e.problem()));
      }
    };
  }

  /**
   * A page of the desk; its template sees {@code base}, the path below which all of them stand.
   *
   * @param name of the template below {@code web/desk/}
   */
  void page(Context context, int status, String name, Map<String, ?> model) {
    Map<String, @Nullable Object> all = new HashMap<>(model);
    all.put("base", guard.deskPath());
    answers.page(context, status, "desk/" + name, all);
  }

  /** After a change: the page that shows what has become of it, below {@link Guard#deskPath}. */
  void seeOther(Context context, String path) {
    answers.seeOther(context, guard.deskPath() + path);
  }

  /**
   * The campaign that an address names, which may have no file any more; null where it names none.
   *
   * @throws Refusal where no campaign can be called so
   */
  static @Nullable String campaign(Context context) {
    String id = context.pathParamMap().get("id");
    if (id != null && !ID.matcher(id).matches()) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    return id;
  }

  /** The path of a page of one campaign or of all, below {@link Guard#deskPath}. */
  static String path(@Nullable String campaign, String page) {
    return (campaign == null ? "" : "/campaign/" + campaign) + "/" + page;
  }

  /** As pages in the reader's language say things. */
  Wording wording(Context context) {
    return new Wording(answers.visitor(context).language());
  }

  /** The parts of {@code web} that pages here need too. */
  Answers answers() {
    return answers;
  }

  private void problem(
      Context context, int status, String kind, int seconds, List<Problem> problems) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("kind", kind);
    model.put("seconds", seconds);
    model.put("problems", problems.stream().map(Problem::toString).toList());
    page(context, status, "problem", model);
  }
}
