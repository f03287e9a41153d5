package org.urgentaction.dispatch;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Claim;
import org.urgentaction.log.Outcome;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.OutgoingMessage;

/** A live run in the action log: claimed before, intent at the final dot, outcome after. */
public final class LogLedger implements Ledger {
  private final ActionLog log;
  private final boolean again;
  private @Nullable CompletableFuture<ActionRecord> lastOutcome;

  /**
   * @param again whether to try again what was refused for good
   */
  public LogLedger(ActionLog log, boolean again) {
    this.log = log;
    this.again = again;
  }

  @Override
  public Optional<LeftOut> take(Assignment assignment) {
    Claim claim = log.claim(assignment.key(), assignment.details(), again);
    finish(); // written before the claim: no wait, but its failure must not pass unseen
    if (claim.granted()) {
      return Optional.empty();
    }
    LeftOut elsewhere =
        new LeftOut(assignment, LeftOut.Reason.ELSEWHERE, "another process has it in hand");
    return Optional.of(SendPlan.standing(assignment, claim.action(), again).orElse(elsewhere));
  }

  @Override
  public void intend(Assignment assignment, OutgoingMessage message, byte[] bytes) {
    log.intent(assignment.key(), message.messageId(), Sha256.of(bytes));
  }

  @Override
  public void settle(
      Assignment assignment, OutgoingMessage message, byte[] bytes, Delivery delivery) {
    note(assignment, outcome(delivery));
  }

  @Override
  public void giveBack(Assignment assignment) {
    note(assignment, new Outcome(ActionState.DEFERRED, "no message could be made"));
  }

  private void note(Assignment assignment, Outcome outcome) {
    lastOutcome = log.outcome(assignment.key(), outcome);
  }

  @Override
  public void finish() {
    CompletableFuture<ActionRecord> outcome = lastOutcome;
    lastOutcome = null;
    if (outcome != null) {
      Settled.join(outcome);
    }
  }

  /** A refusal of the sender is not the recipient's: it may go once that is put right. */
  static Outcome outcome(Delivery delivery) {
    if (delivery instanceof Delivery.Accepted accepted) {
      return new Outcome(ActionState.SENT, accepted.reply());
    } else if (delivery instanceof Delivery.Rejected rejected) {
      return new Outcome(
          rejected.stage() == Delivery.Stage.MAIL ? ActionState.DEFERRED : ActionState.FAILED,
          rejected.reply());
    } else if (delivery instanceof Delivery.Deferred deferred) {
      return new Outcome(ActionState.DEFERRED, deferred.reply());
    } else if (delivery instanceof Delivery.Unknown unknown) {
      return new Outcome(ActionState.UNKNOWN, unknown.what());
    }
    return new Outcome(ActionState.DEFERRED, ((Delivery.ServerUnusable) delivery).reason());
  }
}
