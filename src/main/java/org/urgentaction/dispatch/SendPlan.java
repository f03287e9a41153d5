package org.urgentaction.dispatch;

import static org.urgentaction.dispatch.LeftOut.Reason.DONE;
import static org.urgentaction.dispatch.LeftOut.Reason.ELSEWHERE;
import static org.urgentaction.dispatch.LeftOut.Reason.FAILED;
import static org.urgentaction.dispatch.LeftOut.Reason.GATE;
import static org.urgentaction.dispatch.LeftOut.Reason.SUPPRESSED;
import static org.urgentaction.dispatch.LeftOut.Reason.UNKNOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;

/** What would be sent now, in this order, and what is left out and why. */
public record SendPlan(List<Assignment> letters, List<LeftOut> leftOut) {
  public SendPlan {
    letters = List.copyOf(letters);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Compares what is asked for with what the log knows. Call {@link ActionLog#recover()} before.
   *
   * @param again whether to try again what was refused for good
   * @param suppressed the letters that must not go
   */
  public static SendPlan make(
      List<Assignment> asked, ActionLog log, boolean again, Predicate<Assignment> suppressed) {
    List<Assignment> letters = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Assignment assignment : asked) {
      Optional<LeftOut> not = reason(assignment, log, again, suppressed);
      not.ifPresentOrElse(leftOut::add, () -> letters.add(assignment));
    }
    return new SendPlan(letters, leftOut);
  }

  private static Optional<LeftOut> reason(
      Assignment assignment, ActionLog log, boolean again, Predicate<Assignment> suppressed) {
    if (suppressed.test(assignment)) {
      return Optional.of(new LeftOut(assignment, SUPPRESSED, "on the suppression list"));
    }
    Optional<LeftOut> known =
        log.find(assignment.key()).flatMap(action -> standing(assignment, action, again));
    return known.isPresent()
        ? known
        : assignment.gate().get().map(words -> new LeftOut(assignment, GATE, words));
  }

  /** What the log has against sending it, if anything. */
  static Optional<LeftOut> standing(Assignment assignment, ActionRecord action, boolean again) {
    ActionState state = action.state();
    String since = " on " + action.at().toString().substring(0, 10);
    String reply = action.reply() == null ? "" : " (" + action.reply() + ")";
    return switch (state) {
      case PREPARED, REHEARSED, DEFERRED -> Optional.empty();
      case SENT, POSTED, FAXED, EMAILED, PHONED, SHARED ->
          Optional.of(new LeftOut(assignment, DONE, "already " + state + since));
      case BOUNCED ->
          Optional.of(new LeftOut(assignment, DONE, "sent, and returned" + since + reply));
      case UNKNOWN ->
          Optional.of(
              new LeftOut(
                  assignment,
                  UNKNOWN,
                  "may have been sent"
                      + since
                      + reply
                      + ": look in the sent mail, then say so with: ua log resolve "
                      + action.id()));
      case FAILED ->
          again
              ? Optional.empty()
              : Optional.of(new LeftOut(assignment, FAILED, "was refused" + since + reply));
      case CLAIMED ->
          action.worker() == null
              ? Optional.empty()
              : Optional.of(new LeftOut(assignment, ELSEWHERE, "another process is sending it"));
      case INTENT ->
          Optional.of(new LeftOut(assignment, ELSEWHERE, "another process is sending it"));
    };
  }
}
