package org.urgentaction.web.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.PlanWords;
import org.urgentaction.sending.SendRun;

/**
 * What a job has come to so far.
 *
 * @param sent by all live runs
 * @param problems why it could not go on
 */
record SendResult(
    @Nullable ListSurvey survey,
    @Nullable Planned planned,
    SendRun.@Nullable Rehearsed rehearsed,
    @Nullable Summary summary,
    int sent,
    List<Problem> problems) {
  /**
   * A plan, and what is to be said of it.
   *
   * @param strangers letters by domains that the server cannot vouch for
   * @param changes since the last live run
   */
  record Planned(
      SendPlan plan, PlanWords words, Map<String, Integer> strangers, List<String> changes) {
    Planned {
      changes = List.copyOf(changes);
    }

    /** How many letters a live run would send now or later. */
    int letters() {
      return plan.letters() + plan.leftOut().passing();
    }
  }

  static final SendResult NOTHING = new SendResult(null, null, null, null, 0, List.of());

  SendResult {
    problems = List.copyOf(problems);
  }

  SendResult surveyed(ListSurvey list) {
    return new SendResult(list, planned, rehearsed, summary, sent, problems);
  }

  SendResult planned(Planned plan) {
    return new SendResult(survey, plan, rehearsed, summary, sent, problems);
  }

  SendResult rehearsed(SendRun.Rehearsed ended) {
    return new SendResult(survey, planned, ended, summary, sent, problems);
  }

  /**
   * A live run has ended.
   *
   * @param asked whether somebody stopped it: then that is nothing to explain
   */
  SendResult sent(Summary ended, boolean asked) {
    Summary shown =
        !asked
            ? ended
            : new Summary(
                ended.sent(),
                ended.failed(),
                ended.deferred(),
                ended.unknown(),
                ended.untouched(),
                ended.leftOut(),
                ended.nextTry(),
                null);
    return new SendResult(survey, planned, rehearsed, shown, sent + ended.sent(), problems);
  }

  SendResult with(List<Problem> found) {
    return new SendResult(survey, planned, rehearsed, summary, sent, found);
  }
}
