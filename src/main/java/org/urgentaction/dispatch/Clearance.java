package org.urgentaction.dispatch;

import static org.urgentaction.dispatch.LeftOut.Reason.CANCELLED;
import static org.urgentaction.dispatch.LeftOut.Reason.GATE;
import static org.urgentaction.dispatch.LeftOut.Reason.PAUSED;
import static org.urgentaction.dispatch.LeftOut.Reason.SUPPRESSED;
import static org.urgentaction.dispatch.LeftOut.Reason.WAITING;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Known;

/**
 * Whether a letter may go: what the log has against it, and what has to hold at the very moment of
 * sending. Asked by the plan, by the run before it takes a letter, and again just before each
 * message. Safe for use by several threads.
 */
public final class Clearance {
  private final @Nullable ActionLog log;
  private final @Nullable Controls controls;
  private final boolean again;
  private final @Nullable SendingHours hours;
  private final Clock clock;

  private Clearance(
      @Nullable ActionLog log, boolean again, @Nullable SendingHours hours, Clock clock) {
    this.log = log;
    this.controls = log == null ? null : new Controls(log);
    this.again = again;
    this.hours = hours;
    this.clock = clock;
  }

  /**
   * For letters to officials.
   *
   * @param again whether to try again what was refused for good, and at once what was put off
   * @param hours in which officials get mail, or null for any
   */
  public static Clearance by(
      ActionLog log, boolean again, @Nullable SendingHours hours, Clock clock) {
    return new Clearance(log, again, hours, clock);
  }

  /** For a trial to one's own address: only the gate has a say. */
  public static Clearance ofTrial(Clock clock) {
    return new Clearance(null, false, null, clock);
  }

  /** What is known against each of them, in order. */
  List<Optional<LeftOut>> known(List<Assignment> letters) {
    ActionLog actions = log;
    if (actions == null) {
      return Collections.nCopies(letters.size(), Optional.empty());
    }
    Set<String> suppressed =
        actions.suppressedAmong(
            letters.stream()
                .flatMap(letter -> letter.addresses().stream())
                .collect(Collectors.toSet()));
    Map<String, Known> known = actions.findAll(letters.stream().map(Assignment::key).toList());
    Instant now = clock.instant();
    List<Optional<LeftOut>> answers = new ArrayList<>(letters.size());
    for (Assignment letter : letters) {
      Known action = known.get(letter.key().id());
      if (!Collections.disjoint(suppressed, letter.addresses())) {
        answers.add(Optional.of(new LeftOut(letter, SUPPRESSED, "on the suppression list")));
      } else if (action == null) {
        answers.add(Optional.empty());
      } else {
        answers.add(Obstacle.of(letter, action.action(), action.notBefore(), now, again));
      }
    }
    return answers;
  }

  /** What is against it at this moment. */
  Optional<LeftOut> now(Assignment letter) {
    return controlled(letter).or(() -> gated(letter)).or(() -> outsideHours(letter));
  }

  private Optional<LeftOut> controlled(Assignment letter) {
    if (controls == null) {
      return Optional.empty();
    }
    return switch (controls.standing(letter.key())) {
      case RUNNING -> Optional.empty();
      case PAUSED -> Optional.of(new LeftOut(letter, PAUSED, "paused; 'ua resume' lets it go on"));
      case CANCELLED -> Optional.of(new LeftOut(letter, CANCELLED, "cancelled; 'ua log' says why"));
    };
  }

  private static Optional<LeftOut> gated(Assignment letter) {
    return letter.gate().get().map(words -> new LeftOut(letter, GATE, words));
  }

  private Optional<LeftOut> outsideHours(Assignment letter) {
    if (hours == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Instant opens = hours.next(now, letter.zone());
    return opens.isAfter(now)
        ? Optional.of(
            new LeftOut(letter, WAITING, "outside %s in %s".formatted(hours, letter.zone()), opens))
        : Optional.empty();
  }
}
