package org.urgentaction.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * How a run ended.
 *
 * @param sent taken by the server
 * @param failed refused for good
 * @param deferred not taken now: the same command takes them up again
 * @param unknown perhaps taken: a person must say
 * @param untouched not attempted, because the run was stopped
 * @param leftOut by the plan, or at the moment of sending
 * @param stopped why the run ended before its plan did, or null
 */
public record Summary(
    int sent,
    int failed,
    int deferred,
    int unknown,
    int untouched,
    List<LeftOut> leftOut,
    @Nullable Problem stopped) {

  public Summary {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The program's exit status: 0 all that was asked is done, 1 some of it is not, 3 a safety gate
   * closed and nothing else is open.
   */
  public int exitStatus() {
    boolean open =
        failed + deferred + unknown + untouched > 0
            || stopped != null
            || leftOut.stream().anyMatch(left -> left.reason().open());
    if (open) {
      return 1;
    }
    return leftOut.stream().anyMatch(left -> left.reason() == LeftOut.Reason.GATE) ? 3 : 0;
  }
}
