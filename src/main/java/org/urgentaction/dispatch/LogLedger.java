package org.urgentaction.dispatch;

import static org.urgentaction.log.ActionState.DEFERRED;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Claim;
import org.urgentaction.log.ClaimRequest;
import org.urgentaction.log.Outcome;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;

/** A live run in the action log: claimed before, intent at the final dot, outcome after. */
public final class LogLedger implements Ledger {
  private final ActionLog log;
  private final boolean again;
  private final Clock clock;
  private final RetryWaits waits;
  private final Map<ActionKey, Integer> attempts = new ConcurrentHashMap<>();
  private final Noted noted = new Noted();

  /**
   * @param again whether to try again what was refused for good, and at once what was put off
   */
  public LogLedger(ActionLog log, boolean again, Clock clock) {
    this.log = log;
    this.again = again;
    this.clock = clock;
    this.waits = new RetryWaits();
  }

  @Override
  public List<Optional<LeftOut>> take(List<Assignment> assignments) {
    noted.check();
    List<Claim> claims =
        log.claimAll(
            assignments.stream()
                .map(letter -> new ClaimRequest(letter.key(), letter.details()))
                .toList(),
            again);
    List<Optional<LeftOut>> answers = new ArrayList<>(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      answers.add(answer(assignments.get(i), claims.get(i)));
    }
    return answers;
  }

  private Optional<LeftOut> answer(Assignment letter, Claim claim) {
    if (claim.granted()) {
      if (claim.attempts() > 0) {
        attempts.put(letter.key(), claim.attempts());
      }
      return Optional.empty();
    }
    return Obstacle.of(letter, claim.action(), claim.notBefore(), clock.instant(), again)
        .or(
            () ->
                Optional.of(
                    new LeftOut(
                        letter, LeftOut.Reason.ELSEWHERE, "another process has it in hand")));
  }

  @Override
  public String digest(byte[] bytes) {
    return Sha256.of(bytes);
  }

  @Override
  public void intend(Assignment assignment, String messageId, String digest) {
    log.intent(assignment.key(), messageId, digest);
  }

  @Override
  public @Nullable Instant settle(
      Assignment assignment, WrittenMessage message, Delivery delivery) {
    Integer before = attempts.remove(assignment.key());
    Instant notBefore =
        timeHelps(delivery) ? clock.instant().plus(waits.after(before == null ? 0 : before)) : null;
    note(assignment, new Outcome(state(delivery), reply(delivery), notBefore));
    return notBefore;
  }

  @Override
  public void giveBack(Collection<Assignment> assignments) {
    List<ActionKey> keys = assignments.stream().map(Assignment::key).toList();
    keys.forEach(attempts::remove);
    log.release(keys);
  }

  @Override
  public void unmade(Assignment assignment) {
    attempts.remove(assignment.key());
    note(assignment, new Outcome(DEFERRED, "no message could be made"));
  }

  private void note(Assignment assignment, Outcome outcome) {
    CompletableFuture<?> written = log.outcome(assignment.key(), outcome);
    noted.add(written);
  }

  @Override
  public void finish() {
    noted.join();
  }

  /** A refusal of the sender is not the recipient's: it may go once that is put right. */
  static ActionState state(Delivery delivery) {
    if (delivery instanceof Delivery.Accepted) {
      return ActionState.SENT;
    } else if (delivery instanceof Delivery.Rejected rejected) {
      return rejected.stage() == Delivery.Stage.MAIL ? DEFERRED : ActionState.FAILED;
    }
    return delivery instanceof Delivery.Unknown ? ActionState.UNKNOWN : DEFERRED;
  }

  /** The server's words, or what happened. */
  static String reply(Delivery delivery) {
    if (delivery instanceof Delivery.Accepted accepted) {
      return accepted.reply();
    } else if (delivery instanceof Delivery.Rejected rejected) {
      return rejected.reply();
    } else if (delivery instanceof Delivery.Deferred deferred) {
      return deferred.reply();
    } else if (delivery instanceof Delivery.Unknown unknown) {
      return unknown.what();
    }
    return ((Delivery.ServerUnusable) delivery).reason();
  }

  /** What a person has to put right can be tried again as soon as that is done. */
  private static boolean timeHelps(Delivery delivery) {
    return delivery instanceof Delivery.Deferred;
  }
}
