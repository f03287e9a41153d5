package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionState;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;
import org.urgentaction.problem.Problem;

/** What a run has come to so far, told to it from all connections and by it to a listener. */
final class Results {
  private final SendPlan plan;
  private final SendListener listener;
  private final Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
  private LeftOutTally leftOut = new LeftOutTally();
  private int done;
  private int unplanned;
  private @Nullable Instant nextTry;
  private @Nullable Instant waitingUntil;

  Results(SendPlan plan, SendListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /** The list is gone through once more: what was put off is looked at again. */
  synchronized void begin() {
    done -= counts.getOrDefault(ActionState.DEFERRED, 0);
    counts.remove(ActionState.DEFERRED);
    leftOut = new LeftOutTally();
    nextTry = null;
    unplanned = 0;
  }

  /**
   * A letter was offered.
   *
   * @param notBefore when it may be tried again, or null
   */
  synchronized void delivered(
      Assignment assignment,
      WrittenMessage message,
      Delivery delivery,
      @Nullable Instant notBefore) {
    counts.merge(LogLedger.state(delivery), 1, Integer::sum);
    done++;
    if (notBefore != null && (nextTry == null || notBefore.isBefore(nextTry))) {
      nextTry = notBefore;
    }
    listener.delivered(assignment, message, delivery, Math.min(done, plan.letters()), total());
  }

  /** Not said again where the plan has said it. */
  synchronized void leftOut(LeftOut left) {
    leftOut.add(left);
    if (!plan.leftOut().likeness(left)) {
      unplanned++;
      done = left.reason().passes() ? done : done + 1;
      listener.leftOut(left, Math.min(done, plan.letters()), total());
    }
  }

  /** Said once, however many connections wait. */
  synchronized void waiting(Instant until, String why) {
    if (!until.equals(waitingUntil)) {
      waitingUntil = until;
      listener.waiting(until, why);
    }
  }

  /** When the first of the letters that were put off may be tried again. */
  synchronized Optional<Instant> nextTry() {
    return Stream.concat(Stream.ofNullable(nextTry), leftOut.counted().earliest().stream())
        .min(Instant::compareTo);
  }

  synchronized LeftOuts leftOut() {
    return leftOut.counted();
  }

  /**
   * How it ended.
   *
   * @param stopped why before the end, or null where the list was gone through
   */
  synchronized Summary summary(@Nullable Problem stopped) {
    LeftOuts left = leftOut.counted();
    int settled = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new Summary(
        count(ActionState.SENT),
        count(ActionState.FAILED),
        count(ActionState.DEFERRED),
        count(ActionState.UNKNOWN),
        stopped == null ? 0 : Math.max(0, plan.letters() - settled - unplanned),
        left,
        nextTry(),
        stopped);
  }

  private int total() {
    return plan.letters();
  }

  private int count(ActionState state) {
    return counts.getOrDefault(state, 0);
  }
}
