package org.urgentaction.dispatch;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.urgentaction.mail.Delivery;

/**
 * Tells one bad address, which stops nobody, from a server that refuses everything: so many
 * refusals in a row, of the sender or of every target that there is.
 */
final class Refusals {
  private static final int ENOUGH = 5;

  private final Set<String> targets;
  private final Set<String> refusedTargets = new HashSet<>();
  private int inARow;
  private int ofTheSender;

  Refusals(SendPlan plan) {
    this.targets =
        plan.letters().stream()
            .map(letter -> letter.key().target())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Counts a delivery; true when nothing more need be tried. */
  boolean enough(Assignment assignment, Delivery delivery) {
    if (delivery instanceof Delivery.Accepted) {
      inARow = 0;
      ofTheSender = 0;
      refusedTargets.clear();
      return false;
    }
    inARow++;
    refusedTargets.add(assignment.key().target());
    ofTheSender = aboutTheSender(delivery) ? ofTheSender + 1 : 0;
    return ofTheSender >= ENOUGH || (inARow >= ENOUGH && refusedTargets.containsAll(targets));
  }

  private static boolean aboutTheSender(Delivery delivery) {
    if (delivery instanceof Delivery.Rejected rejected) {
      return rejected.stage() == Delivery.Stage.MAIL;
    } else if (delivery instanceof Delivery.Deferred deferred) {
      return deferred.connectionLost() || deferred.stage() == Delivery.Stage.MAIL;
    }
    return delivery instanceof Delivery.Unknown;
  }
}
