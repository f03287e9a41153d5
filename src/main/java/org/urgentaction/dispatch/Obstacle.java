package org.urgentaction.dispatch;

import static org.urgentaction.dispatch.LeftOut.Reason.DONE;
import static org.urgentaction.dispatch.LeftOut.Reason.ELSEWHERE;
import static org.urgentaction.dispatch.LeftOut.Reason.FAILED;
import static org.urgentaction.dispatch.LeftOut.Reason.UNKNOWN;
import static org.urgentaction.dispatch.LeftOut.Reason.WAITING;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.Outcome;

/** Reads from an action's state what stands against sending it. */
final class Obstacle {
  private Obstacle() {}

  /** Empty where nothing does. */
  static Optional<LeftOut> of(
      Assignment letter,
      ActionRecord action,
      @Nullable Instant notBefore,
      Instant now,
      boolean again) {
    String since = " on " + action.at().toString().substring(0, 10);
    String reply = action.reply() == null ? "" : " (" + action.reply() + ")";
    return switch (action.state()) {
      case PREPARED, REHEARSED -> Optional.empty();
      case DEFERRED ->
          again || !Outcome.mustWait(notBefore, now)
              ? Optional.empty()
              : Optional.of(new LeftOut(letter, WAITING, "put off" + reply, notBefore));
      case SENT, POSTED, FAXED, EMAILED, PHONED, SHARED ->
          Optional.of(new LeftOut(letter, DONE, "already " + action.state() + since));
      case BOUNCED -> Optional.of(new LeftOut(letter, DONE, "sent, and returned" + since + reply));
      case UNKNOWN ->
          Optional.of(
              new LeftOut(
                  letter,
                  UNKNOWN,
                  "may have been sent"
                      + since
                      + reply
                      + ": look in the sent mail, then say so with: ua log resolve "
                      + action.id()));
      case FAILED ->
          again
              ? Optional.empty()
              : Optional.of(new LeftOut(letter, FAILED, "was refused" + since + reply));
      case CLAIMED ->
          action.worker() == null
              ? Optional.empty()
              : Optional.of(new LeftOut(letter, ELSEWHERE, "another process is sending it"));
      case INTENT -> Optional.of(new LeftOut(letter, ELSEWHERE, "another process is sending it"));
    };
  }
}
