package org.urgentaction.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.MoveRefusedException;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.WrittenMessage;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** One connection's thread: takes letters from the line and offers them, one after the other. */
final class Courier {
  /** After so long a wait a message is made anew, with the date of its sending. */
  private static final Duration STALE = Duration.ofMinutes(10);

  /** So long a run waits for its limits unasked. */
  private static final Duration SHORT_WAIT = Duration.ofMinutes(10);

  private static final int MOST_LOSSES = 2;
  private static final int MOST_CLOSED_DOORS = 4;
  private static final long SLOW_MILLIS = 1000;

  private final Pass pass;
  private final SmtpConnection connection;
  private final Line line;
  private final Crew crew;
  private final Pace pace;

  /** Taken from the line while the one before it is in hand. */
  private @Nullable Ready next;

  private @Nullable Assignment announced;

  /** What became of the letter in hand. */
  private enum End {
    DEALT_WITH,
    FOR_ANOTHER,
    FOR_ANOTHER_CONNECTION
  }

  Courier(Pass pass, SmtpConnection connection) {
    this.pass = pass;
    this.connection = connection;
    this.line = pass.line();
    this.crew = pass.crew();
    this.pace = pass.pace();
  }

  /** Returns when the line has ended, or the server takes no more from this connection. */
  void work() throws InterruptedException {
    try {
      Ready ready = line.take();
      while (ready != null && inHand(ready) != End.FOR_ANOTHER_CONNECTION) {
        ready = following();
      }
    } finally {
      if (next != null) {
        line.putBack(next);
      }
    }
  }

  private End inHand(Ready ready) throws InterruptedException {
    End end = End.DEALT_WITH;
    try {
      end = carry(ready);
      return end;
    } finally {
      if (end == End.DEALT_WITH) {
        line.done();
      } else {
        line.putBack(ready);
      }
    }
  }

  /** What comes after the letter in hand. */
  private @Nullable Ready following() throws InterruptedException {
    Ready ready = next == null ? line.take() : next;
    next = null;
    return ready;
  }

  /**
   * The letter after the one in hand, where it may go at once, to be announced to the server. Where
   * limits set the pace nothing is gained by that.
   */
  private Optional<WrittenMessage> announce() {
    announced = null;
    if (next == null && pace.budget() == null) {
      next = line.takeMade();
    }
    if (next == null || pass.clearance().now(next.assignment()).isPresent()) {
      return Optional.empty();
    }
    try {
      Made made = Workshop.finished(next);
      if (stale(made) || !crew.mayAnnounce()) {
        return Optional.empty();
      }
      announced = next.assignment();
      return Optional.of(made.message());
    } catch (InvalidInputException e) {
      return Optional.empty(); // said at its turn
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private End carry(Ready ready) throws InterruptedException {
    Assignment letter = ready.assignment();
    Made made;
    try {
      made = Workshop.finished(ready);
    } catch (InvalidInputException e) {
      pass.ledger().unmade(letter);
      leaveOut(letter, LeftOut.Reason.UNMADE, e.problems().get(0).toString());
      return End.DEALT_WITH;
    }
    if (!budgeted(letter)) {
      return End.FOR_ANOTHER;
    }
    Optional<LeftOut> not = pass.clearance().now(letter);
    if (not.isPresent()) {
      pass.ledger().giveBack(List.of(letter));
      pass.results().leftOut(not.get());
      return End.DEALT_WITH;
    }
    return offer(letter, stale(made) ? pass.workshop().make(letter) : made);
  }

  private boolean stale(Made made) {
    return made.at().plus(STALE).isBefore(pace.clock().instant());
  }

  /**
   * Counts the message against the limits of the account, when they let it; true too where it must
   * not go any more, false where the run ends before.
   */
  private boolean budgeted(Assignment letter) {
    while (!line.ended()) {
      if (pass.clearance().now(letter).isPresent()) {
        return true;
      }
      Optional<Instant> later = pace.count();
      if (later.isEmpty()) {
        return true;
      }
      Instant until = later.get();
      String limit = "the limit of messages is reached until " + Moment.of(until);
      if (!pace.patient() && pace.clock().instant().plus(SHORT_WAIT).isBefore(until)) {
        crew.stop(
            Problem.error(null, limit)
                .advise("give the same command again then, or with --wait now"));
        return false;
      }
      pass.results().waiting(until, "limit reached");
      boolean moves =
          pace.rest().until(until, () -> line.ended() || pass.clearance().now(letter).isPresent());
      if (!moves) {
        crew.stop(
            Problem.error(null, limit).advise("leave out --today: a given day does not pass"));
      }
    }
    return false;
  }

  private End offer(Assignment letter, Made made) {
    boolean wasAnnounced = letter.equals(announced);
    int losses = 0;
    int closedDoors = 0;
    while (true) {
      Delivery delivery;
      try {
        delivery =
            connection.send(
                made.message(),
                () -> pass.ledger().intend(letter, made.message().messageId(), made.digest()),
                this::announce);
      } catch (MoveRefusedException e) {
        leaveOut(letter, LeftOut.Reason.ELSEWHERE, "another process took it over");
        return End.DEALT_WITH;
      }
      if (lost(delivery) && losses < MOST_LOSSES && !line.ended()) {
        slowDown(losses++);
      } else if (!(delivery instanceof Delivery.ServerUnusable) || !crew.isWelcome()) {
        if (wasAnnounced && connection.announces()) {
          crew.understood();
        }
        pass.settle(letter, made, delivery);
        return End.DEALT_WITH;
      } else if (line.ended()) {
        return End.FOR_ANOTHER;
      } else if (closedDoors < MOST_CLOSED_DOORS) {
        slowDown(closedDoors++);
      } else if (crew.leave()) {
        return End.FOR_ANOTHER_CONNECTION;
      } else {
        pass.settle(letter, made, delivery);
        return End.DEALT_WITH;
      }
    }
  }

  /** Whether the server ended the connection (421, say) and nothing is in doubt. */
  private static boolean lost(Delivery delivery) {
    return delivery instanceof Delivery.Deferred deferred
        && deferred.connectionLost()
        && deferred.stage() != Delivery.Stage.HANDED_OVER;
  }

  /** Leaves the server a moment, longer each time and never in step with other connections. */
  private void slowDown(int times) {
    long most = SLOW_MILLIS << times;
    long millis = ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    pace.rest().until(pace.clock().instant().plusMillis(millis), line::ended);
  }

  private void leaveOut(Assignment letter, LeftOut.Reason reason, String words) {
    pass.results().leftOut(new LeftOut(letter, reason, words));
  }
}
