package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.dispatch.RateLimits;
import org.urgentaction.sending.SendingSetup;
import org.urgentaction.web.Case;
import org.urgentaction.web.CaseModel;
import org.urgentaction.web.Guard;
import org.urgentaction.web.Refusal;
import org.urgentaction.web.Shelf;

/** A list dropped in, and its way from a plan to letters that were sent. */
final class SendPages {
  private static final long LARGEST_LIST = 64L << 20;
  private static final int MEGABYTE = 1 << 20;
  private static final String FILE = "dropped";

  private final DeskAnswers answers;
  private final Guard guard;
  private final Shelf shelf;
  private final CaseModel cases;
  private final SendJobs jobs;

  SendPages(DeskAnswers answers, Guard guard, Shelf shelf, CaseModel cases, SendJobs jobs) {
    this.answers = answers;
    this.guard = guard;
    this.shelf = shelf;
    this.cases = cases;
    this.jobs = jobs;
  }

  /** The form for a list. */
  void begin(Context context) {
    form(context, 200, find(context), SendForm.empty(setup()));
  }

  /** A list comes in: it becomes a job, whose page then tells of it. */
  void take(Context context) throws IOException {
    Case shown = find(context);
    Path folder = JobFolder.make(setup().temporary());
    boolean kept = false;
    try {
      ListUpload.Received received =
          new ListUpload(LARGEST_LIST)
              .read(context, folder.resolve(FILE), token -> guard.checkToken(context, token));
      SendForm form = SendForm.of(received.fields());
      Optional<SendChoices> choices = form.choices(setup(), !shown.open());
      String fileName = received.fileName();
      if (fileName == null) {
        form.refuse("list", "no file was chosen; choose a CSV or XLSX file");
      }
      if (jobs.full()) {
        form.refuse("list", "too many lists are under way; put one of them away first");
      }
      if (choices.isEmpty() || fileName == null || !form.errors().isEmpty()) {
        form(context, 422, shown, form);
        return;
      }
      Optional<SendJob> job =
          jobs.start(
              shown.file(), choices.get(), folder, folder.resolve(FILE), SendForm.shown(fileName));
      kept = job.isPresent();
      answers.seeOther(
          context,
          "/campaign/"
              + shown.campaign().id()
              + job.map(each -> "/sending/" + each.id()).orElse("/send"));
    } catch (Refusal e) {
      if (e.kind() != Refusal.Kind.TOO_LARGE) {
        throw e;
      }
      SendForm form = SendForm.empty(setup());
      form.refuse(
          "list",
          "this is larger than %d MB; take out columns that letters do not need, or send it in parts"
              .formatted(LARGEST_LIST / MEGABYTE));
      form(context, e.kind().status(), shown, form);
    } finally {
      if (!kept) {
        JobFolder.remove(folder);
      }
    }
  }

  private void form(Context context, int status, Case shown, SendForm form) {
    Map<String, @Nullable Object> model = model(context, shown);
    Campaign campaign = shown.campaign();
    JobModel brief = new JobModel(answers.wording(context));
    model.put("nobody", campaign.targets().isEmpty() && campaign.copies().isEmpty());
    model.put("fields", form.model());
    model.put("errors", form.errorList());
    model.put("jobs", jobs.of(campaign.id()).stream().map(brief::brief).toList());
    model.put("usualRate", RateLimits.words(setup().limits().windows()));
    var hours = setup().limits().hours();
    model.put("usualHours", hours == null ? "" : hours.toString());
    model.put("megabytes", LARGEST_LIST / MEGABYTE);
    answers.page(context, status, "send", model);
  }

  /** How a job stands. */
  void job(Context context) {
    show(context, 200, asked(context), null);
  }

  private void show(Context context, int status, SendJob job, @Nullable String error) {
    Map<String, @Nullable Object> model = model(context, caseOf(job));
    model.put("job", new JobModel(answers.wording(context)).of(job));
    model.put("error", error);
    answers.page(context, status, "sending", model);
  }

  /** A button of a job's page. */
  void press(Context context) throws InterruptedException {
    SendJob job = asked(context);
    String campaign = "/campaign/" + job.file().campaign().id();
    String page = campaign + "/sending/" + job.id();
    switch (context.pathParam("what")) {
      case "rehearse" -> job.rehearse();
      case "send" -> {
        if (setup().door() == null) {
          throw new Refusal(Refusal.Kind.NOT_FOUND);
        }
        if (!job.send(number(context.formParam("count")))) {
          show(context, 422, job, "count");
          return;
        }
      }
      case "pause" -> job.pause();
      case "resume" -> job.resume();
      case "stop" -> job.stop();
      case "away" -> {
        jobs.putAway(job);
        page = campaign + "/send";
      }
      default -> throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    answers.seeOther(context, page);
  }

  /** Digits of any script, with the separators that people write between them; -1 for no number. */
  private static int number(@Nullable String text) {
    String digits = text == null ? "" : text.replaceAll("[\\s.,'’\\u00a0\\u202f\\u066c]", "");
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The rows that are no writers, as a file to correct. */
  void badRows(Context context) {
    SendJob job = asked(context);
    answers
        .answers()
        .file(
            context,
            "bad-rows.csv",
            "text/csv; charset=utf-8",
            job.folder().badRows().orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND)));
  }

  Map<String, @Nullable Object> model(Context context, Case shown) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("case", cases.of(shown, answers.wording(context)));
    SendingSetup.Door door = setup().door();
    model.put("server", door == null ? null : door.server().toString());
    return model;
  }

  private Case find(Context context) {
    return answers.answers().find(shelf, context.pathParam("id"));
  }

  /** The job of an address. */
  SendJob asked(Context context) {
    return jobs.find(context.pathParam("id"), context.pathParam("job"))
        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
  }

  /** Its campaign as it was taken in hand: what is under way is shown whatever befalls the file. */
  Case caseOf(SendJob job) {
    Campaign campaign = job.file().campaign();
    LocalDate today = Catalogue.today(jobs.materials().clock(), campaign);
    return new Case(job.file(), shelf.catalogue().closures(campaign, today), today);
  }

  private SendingSetup setup() {
    return jobs.materials().setup();
  }
}
