package org.urgentaction.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.problem.Problem;

/**
 * One run through a list of letters, the same for a rehearsal and for earnest: once, or as often as
 * it takes where the run waits for what was put off. What the server refuses stops nothing; what
 * makes going on pointless or unsafe stops everything.
 */
public final class Batch {
  static final String GO_ON = "give the same command again: it sends what is still missing";

  private static final Duration LONG = Duration.ofDays(366);

  private final Ledger ledger;
  private final Supplier<SmtpConnection> connections;
  private final Clearance clearance;
  private final Pace pace;
  private final SendListener listener;
  private volatile boolean stopping;
  private volatile @Nullable Pass current;

  /**
   * @param connections makes one for each of {@link Pace#connections}, not opened yet; closed here
   */
  public Batch(
      Ledger ledger,
      Supplier<SmtpConnection> connections,
      Clearance clearance,
      Pace pace,
      SendListener listener) {
    this.ledger = ledger;
    this.connections = connections;
    this.clearance = clearance;
    this.pace = pace;
    this.listener = listener;
  }

  /** Ends the run after the messages in hand; may be called from any thread. */
  public void stop() {
    stopping = true;
    Pass pass = current;
    if (pass != null) {
      pass.crew().stop(interrupted());
    }
  }

  /**
   * Sends what the list holds. Call it once.
   *
   * @param plan made from the same list
   * @throws org.urgentaction.problem.InvalidInputException if a rehearsal's messages cannot be
   *     written, or the list cannot be read to its end
   */
  public Summary run(SendPlan plan, Iterable<Assignment> letters) {
    Results results = new Results(plan, listener);
    Refusals refusals = new Refusals(plan.targets());
    Problem stopped;
    boolean welcome = false;
    do {
      results.begin();
      Pass pass = new Pass(ledger, clearance, pace, results, refusals, welcome);
      current = pass;
      if (stopping) {
        pass.crew().stop(interrupted());
      }
      stopped = pass.run(letters, connections);
      welcome |= pass.crew().isWelcome();
      stopped = finished(stopped);
    } while (stopped == null && pace.patient() && anotherPass(results));
    return results.summary(stopped == null && stopping ? interrupted() : stopped);
  }

  /** Everything noted is on the disk: the next pass asks for it. */
  private @Nullable Problem finished(@Nullable Problem stopped) {
    try {
      ledger.finish();
      return stopped;
    } catch (LogUnavailableException e) {
      return stopped == null ? e.problem() : stopped;
    }
  }

  /** Waits until something that was put off may go; false where nothing was. */
  private boolean anotherPass(Results results) {
    List<LeftOuts.Group> passing =
        results.leftOut().groups().stream().filter(group -> group.reason().passes()).toList();
    Optional<Instant> next = results.nextTry();
    if (passing.isEmpty() && next.isEmpty()) {
      return false;
    }
    Instant until = next.orElseGet(() -> pace.clock().instant().plus(LONG));
    results.waiting(until, next.isPresent() ? "the rest was put off" : "paused");
    boolean moves =
        pace.rest().until(until, () -> stopping || passing.stream().anyMatch(this::changed));
    return moves && !stopping;
  }

  /** Whether somebody let them go on, or they must not go any more. */
  private boolean changed(LeftOuts.Group group) {
    return group.examples().stream()
        .map(clearance::now)
        .anyMatch(
            now ->
                group.reason() == LeftOut.Reason.PAUSED
                    ? now.isEmpty() || now.get().reason() != LeftOut.Reason.PAUSED
                    : now.isPresent() && !now.get().reason().open());
  }

  private static Problem interrupted() {
    return Problem.error(null, "stopped before the end").advise(GO_ON);
  }
}
