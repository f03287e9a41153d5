package org.urgentaction.dispatch;

import static org.urgentaction.log.ActionState.DEFERRED;
import static org.urgentaction.log.ActionState.FAILED;
import static org.urgentaction.log.ActionState.SENT;
import static org.urgentaction.log.ActionState.UNKNOWN;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.log.MoveRefusedException;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.OutgoingMessage;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * One run through a plan over one connection, the same for a rehearsal and for earnest. What the
 * server refuses stops nothing; what makes going on pointless or unsafe stops everything.
 */
public final class Batch {
  private static final String GO_ON = "give the same command again: it sends what is still missing";

  private final Ledger ledger;
  private final SmtpConnection connection;
  private final SendListener listener;
  private final MimeWriter writer = new MimeWriter();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Map<ActionState, Integer> counts = new EnumMap<>(ActionState.class);
  private volatile boolean stopping;
  private @Nullable Problem stopped;

  public Batch(Ledger ledger, SmtpConnection connection, SendListener listener) {
    this.ledger = ledger;
    this.connection = connection;
    this.listener = listener;
  }

  /** Ends the run after the message in hand; may be called from any thread. */
  public void stop() {
    stopping = true;
  }

  /**
   * Sends what the plan holds. Call it once.
   *
   * @throws InvalidInputException if a rehearsal's messages cannot be written
   */
  public Summary run(SendPlan plan) {
    leftOut.addAll(plan.leftOut());
    Refusals refusals = new Refusals(plan);
    int total = plan.letters().size();
    int done = 0;
    try {
      while (done < total && stopped == null) {
        if (stopping) {
          stopped = Problem.error(null, "stopped before the end").advise(GO_ON);
          break;
        }
        Assignment assignment = plan.letters().get(done++);
        Optional<LeftOut> not = whyNot(assignment);
        if (not.isPresent()) {
          leaveOut(not.get(), done, total);
        } else {
          send(assignment, refusals, done, total);
        }
      }
      ledger.finish();
    } catch (LogUnavailableException e) {
      stopped = e.problem();
    }
    int settled = counts.values().stream().mapToInt(Integer::intValue).sum();
    int leftOutHere = leftOut.size() - plan.leftOut().size();
    return new Summary(
        count(SENT),
        count(FAILED),
        count(DEFERRED),
        count(UNKNOWN),
        total - settled - leftOutHere,
        leftOut,
        stopped);
  }

  /** The gate first: a claim that is not used would have to be given back. */
  private Optional<LeftOut> whyNot(Assignment assignment) {
    Optional<LeftOut> closed =
        assignment.gate().get().map(words -> new LeftOut(assignment, LeftOut.Reason.GATE, words));
    return closed.isPresent() ? closed : ledger.take(assignment);
  }

  private void send(Assignment assignment, Refusals refusals, int done, int total) {
    OutgoingMessage message;
    byte[] bytes;
    try {
      message = assignment.compose().get();
      bytes = writer.write(message);
    } catch (InvalidInputException e) {
      ledger.giveBack(assignment);
      leaveOut(
          new LeftOut(assignment, LeftOut.Reason.UNMADE, e.problems().get(0).toString()),
          done,
          total);
      return;
    }
    Delivery delivery;
    try {
      delivery = connection.send(message, bytes, () -> ledger.intend(assignment, message, bytes));
    } catch (MoveRefusedException e) {
      leaveOut(
          new LeftOut(assignment, LeftOut.Reason.ELSEWHERE, "another process took it over"),
          done,
          total);
      return;
    }
    ledger.settle(assignment, message, bytes, delivery);
    counts.merge(LogLedger.outcome(delivery).state(), 1, Integer::sum);
    if (delivery instanceof Delivery.ServerUnusable unusable) {
      stopped = Problem.error(null, unusable.reason()).advise("put that right, then " + GO_ON);
    } else if (refusals.enough(assignment, delivery)) {
      stopped =
          Problem.error(
                  null, "the server refuses every message: " + LogLedger.outcome(delivery).reply())
              .advise("put that right, then " + GO_ON);
    }
    listener.delivered(assignment, message, delivery, done, total);
  }

  private void leaveOut(LeftOut not, int done, int total) {
    leftOut.add(not);
    listener.leftOut(not, done, total);
  }

  private int count(ActionState state) {
    return counts.getOrDefault(state, 0);
  }
}
