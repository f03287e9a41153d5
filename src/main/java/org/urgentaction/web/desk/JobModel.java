package org.urgentaction.web.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Copy;
import org.urgentaction.campaign.Target;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.Moment;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.SendRun;
import org.urgentaction.web.Wording;

/** A job as its page's template sees it. */
final class JobModel {
  private static final int SHOWN_PROBLEMS = 20;
  private static final int MINUTE = 60;

  private final Wording wording;

  JobModel(Wording wording) {
    this.wording = wording;
  }

  Map<String, @Nullable Object> of(SendJob job) {
    SendStage stage = job.stage();
    SendResult result = job.result();
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", job.id());
    model.put("name", job.folder().shown());
    model.put("stage", key(stage.name()));
    model.put("busy", stage.busy());
    model.put("problems", problems(result.problems()));
    model.put("survey", result.survey() == null ? null : survey(result.survey()));
    model.put(
        "plan", result.planned() == null ? null : plan(job.file().campaign(), result.planned()));
    model.put(
        "progress", job.progress().map(now -> progress(job.file().campaign(), now)).orElse(null));
    model.put("rehearsed", rehearsed(result.rehearsed()));
    model.put("messages", job.folder().messages());
    model.put("summary", result.summary() == null ? null : summary(result.summary()));
    model.put("sent", result.sent());
    return model;
  }

  /** In short, for a list of them. */
  Map<String, Object> brief(SendJob job) {
    return Map.of("id", job.id(), "name", job.folder().shown(), "stage", key(job.stage().name()));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> problems(List<Problem> problems) {
    return problems.stream().limit(SHOWN_PROBLEMS).map(Problem::toString).toList();
  }

  private Map<String, @Nullable Object> survey(ListSurvey survey) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("good", survey.good());
    model.put("bad", survey.bad());
    model.put(
        "problems",
        survey.problems().stream()
            .limit(SHOWN_PROBLEMS)
            .map(each -> Map.of("row", each.line(), "words", SendForm.words(each)))
            .toList());
    return model;
  }

  private Map<String, @Nullable Object> plan(Campaign campaign, SendResult.Planned planned) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("letters", planned.plan().letters());
    model.put("toConfirm", planned.letters());
    List<Map<String, @Nullable Object>> targets = new ArrayList<>();
    planned
        .plan()
        .byTarget()
        .forEach((id, letters) -> targets.add(row(letters, official(campaign, id))));
    model.put("targets", targets);
    List<Map<String, @Nullable Object>> languages = new ArrayList<>();
    planned
        .plan()
        .byLanguage()
        .forEach(
            (tag, letters) ->
                languages.add(
                    Map.of(
                        "letters",
                        letters,
                        "language",
                        wording.language(Locale.forLanguageTag(tag)))));
    model.put("languages", languages);
    List<String> leftOut = new ArrayList<>(planned.words().leftOut());
    leftOut.addAll(planned.words().withoutMail());
    model.put("leftOut", leftOut);
    model.put("time", planned.words().time());
    List<Map<String, Object>> strangers = new ArrayList<>();
    planned
        .strangers()
        .forEach((domain, count) -> strangers.add(Map.of("domain", domain, "count", count)));
    model.put("strangers", strangers);
    model.put("changes", planned.changes());
    return model;
  }

  private static Map<String, @Nullable Object> row(
      int letters, Map<String, @Nullable Object> official) {
    Map<String, @Nullable Object> row = new HashMap<>(official);
    row.put("letters", letters);
    return row;
  }

  /** Name and office as the campaign has them; a template leaves out what is not there. */
  private Map<String, @Nullable Object> official(Campaign campaign, String id) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("id", id);
    Target target =
        Stream.concat(campaign.targets().stream(), campaign.copies().stream().map(Copy::office))
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElse(null);
    if (target != null) {
      model.put("name", wording.text(campaign, target.name()));
      model.put("role", wording.text(campaign, target.role()));
      model.put("organization", wording.text(campaign, target.organization()));
    }
    return model;
  }

  private Map<String, @Nullable Object> progress(Campaign campaign, SendProgress.Snapshot now) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("done", now.done());
    model.put("total", now.total());
    model.put("aMinute", now.aMinute().orElse(null));
    model.put(
        "minutesLeft",
        now.secondsLeft().map(seconds -> (seconds + MINUTE - 1) / MINUTE).orElse(null));
    model.put("until", now.waitingUntil().map(Moment::of).orElse(null));
    model.put("why", now.why());
    List<Map<String, @Nullable Object>> last = new ArrayList<>();
    for (SendProgress.Line line : now.last()) {
      Map<String, @Nullable Object> row = official(campaign, line.target());
      row.put("writer", line.writer());
      row.put("fate", key(line.fate().name()));
      row.put("words", line.words());
      last.add(row);
    }
    model.put("last", last);
    return model;
  }

  private static @Nullable Map<String, @Nullable Object> rehearsed(
      SendRun.@Nullable Rehearsed rehearsed) {
    return rehearsed == null
        ? null
        : Map.of(
            "written",
            rehearsed.written(),
            "failed",
            rehearsed.summary().failed()
                + rehearsed.summary().leftOut().count(LeftOut.Reason.UNMADE));
  }

  private static Map<String, @Nullable Object> summary(Summary summary) {
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("failed", summary.failed());
    model.put("deferred", summary.deferred());
    model.put("unknown", summary.unknown());
    model.put("untouched", summary.untouched());
    model.put("paused", summary.leftOut().count(LeftOut.Reason.PAUSED));
    model.put("waiting", summary.leftOut().count(LeftOut.Reason.WAITING));
    model.put("next", summary.nextTry().map(Moment::of).orElse(null));
    Problem stopped = summary.stopped();
    model.put("stopped", stopped == null ? null : stopped.toString());
    return model;
  }
}
