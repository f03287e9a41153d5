package org.urgentaction.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.problem.Problem;

/**
 * Once through the list: letters are taken some ahead, their messages made on all processors, and
 * offered over all connections. The first connection goes alone until the server has let it in, so
 * that a wrong password is tried once.
 */
final class Pass {
  /** As many are claimed in one commit: those that are being handed over wait for it too. */
  private static final int AT_ONCE = 64;

  private final Ledger ledger;
  private final Clearance clearance;
  private final Pace pace;
  private final Results results;
  private final Refusals refusals;
  private final Line line;
  private final Crew crew;
  private final Workshop workshop;

  /**
   * @param welcome whether the server has taken mail from this run before
   */
  Pass(
      Ledger ledger,
      Clearance clearance,
      Pace pace,
      Results results,
      Refusals refusals,
      boolean welcome) {
    this.ledger = ledger;
    this.clearance = clearance;
    this.pace = pace;
    this.results = results;
    this.refusals = refusals;
    this.line = new Line(2 * pace.connections() + 2);
    this.crew = new Crew(line, pace.connections(), welcome);
    this.workshop = new Workshop(ledger, pace.connections(), pace.clock());
  }

  Ledger ledger() {
    return ledger;
  }

  Clearance clearance() {
    return clearance;
  }

  Pace pace() {
    return pace;
  }

  Results results() {
    return results;
  }

  Line line() {
    return line;
  }

  Crew crew() {
    return crew;
  }

  Workshop workshop() {
    return workshop;
  }

  /**
   * Sends what the list holds and may be sent.
   *
   * @return why it ended before the list did, or null
   */
  @Nullable Problem run(Iterable<Assignment> letters, Supplier<SmtpConnection> connections) {
    List<Assignment> untouched = new ArrayList<>();
    List<Thread> threads = start(connections);
    try {
      feed(new Sieve(clearance, letters), untouched);
      line.complete();
    } catch (RuntimeException | Error e) {
      crew.fail(e);
    } catch (InterruptedException e) {
      crew.stop(Problem.error(null, "interrupted"));
      Thread.currentThread().interrupt();
    } finally {
      join(threads);
      workshop.close();
    }
    untouched.addAll(line.rest());
    giveBack(untouched);
    crew.rethrow();
    return crew.whyStopped();
  }

  private List<Thread> start(Supplier<SmtpConnection> connections) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= pace.connections(); i++) {
      boolean first = i == 1;
      Thread thread = new Thread(() -> work(first, connections), "ua connection " + i);
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private void work(boolean first, Supplier<SmtpConnection> connections) {
    try {
      if (!first) {
        crew.awaitWelcome();
      }
      try (SmtpConnection connection = connections.get()) {
        new Courier(this, connection).work();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      crew.fail(e);
    } finally {
      if (first) {
        crew.firstHasEnded();
      }
    }
  }

  private void feed(Sieve sieve, List<Assignment> untouched) throws InterruptedException {
    while (sieve.hasNext() && !line.ended()) {
      List<Assignment> free = sieve.next(results::leftOut);
      for (int from = 0; from < free.size() && !line.ended(); from += AT_ONCE) {
        take(free.subList(from, Math.min(free.size(), from + AT_ONCE)), untouched);
      }
    }
  }

  /** What is taken and finds no room in the line is added to {@code untouched}. */
  private void take(List<Assignment> letters, List<Assignment> untouched)
      throws InterruptedException {
    List<Optional<LeftOut>> answers = ledger.take(letters);
    for (int i = 0; i < letters.size(); i++) {
      Assignment letter = letters.get(i);
      Optional<LeftOut> not = answers.get(i);
      if (not.isPresent()) {
        results.leftOut(not.get());
      } else if (line.ended() || !line.add(workshop.begin(letter))) {
        untouched.add(letter);
      }
    }
  }

  /** Notes how the offer of a letter ended, and ends the pass where going on is pointless. */
  void settle(Assignment letter, Made made, Delivery delivery) {
    results.delivered(
        letter, made.message(), delivery, ledger.settle(letter, made.message(), delivery));
    if (delivery instanceof Delivery.ServerUnusable unusable) {
      crew.stop(
          Problem.error(null, unusable.reason()).advise("put that right, then " + Batch.GO_ON));
      return;
    }
    crew.welcomed();
    if (refusals.enough(letter, delivery)) {
      crew.stop(
          Problem.error(null, "the server refuses every message: " + LogLedger.reply(delivery))
              .advise("put that right, then " + Batch.GO_ON));
    }
  }

  private void giveBack(List<Assignment> letters) {
    if (!letters.isEmpty()) {
      try {
        ledger.giveBack(letters);
      } catch (RuntimeException e) {
        crew.fail(e); // free all the same, once this process has ended
      }
    }
  }

  private static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
