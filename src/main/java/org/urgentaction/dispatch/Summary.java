package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * How a run ended.
 *
 * @param sent taken by the server
 * @param failed refused for good
 * @param deferred not taken now: a later run takes them up again
 * @param unknown perhaps taken: a person must say
 * @param untouched not attempted, because the run was stopped
 * @param leftOut by the plan, or at the moment of sending
 * @param nextTry when the first of what was put off may go
 * @param stopped why the run ended before its plan did, or null
 */
public record Summary(
    int sent,
    int failed,
    int deferred,
    int unknown,
    int untouched,
    LeftOuts leftOut,
    Optional<Instant> nextTry,
    @Nullable Problem stopped) {

  /** Where a plan has no letter to send. */
  public static Summary ofNothing(SendPlan plan) {
    return new Summary(0, 0, 0, 0, 0, plan.leftOut(), plan.leftOut().earliest(), null);
  }

  /**
   * The program's exit status: 0 all that was asked is done, 1 some of it is not, 3 a safety gate
   * closed, or somebody cancelled, and nothing else is open.
   */
  public int exitStatus() {
    boolean open = failed + deferred + unknown + untouched > 0 || stopped != null || leftOut.open();
    return open ? 1 : leftOut.refused() ? 3 : 0;
  }
}
