package org.urgentaction.dispatch;

import java.util.HashSet;
import java.util.Set;
import org.urgentaction.mail.Delivery;

/**
 * Tells one bad address, which stops nobody, from a server that refuses everything: so many
 * refusals in a row, over all connections, of the sender or of every target that there is.
 */
final class Refusals {
  /** Five for good; what is only put off takes more of them, since the next may well go. */
  private static final int ENOUGH = 20;

  private static final int FOR_GOOD = 4;

  private final Set<String> targets;
  private final Set<String> refusedTargets = new HashSet<>();
  private int inARow;
  private int ofTheSender;

  /**
   * @param targets all that are written to
   */
  Refusals(Set<String> targets) {
    this.targets = Set.copyOf(targets);
  }

  /** Counts a delivery; true when nothing more need be tried. */
  synchronized boolean enough(Assignment assignment, Delivery delivery) {
    if (delivery instanceof Delivery.Accepted) {
      inARow = 0;
      ofTheSender = 0;
      refusedTargets.clear();
      return false;
    }
    inARow += delivery instanceof Delivery.Deferred ? 1 : FOR_GOOD;
    refusedTargets.add(assignment.key().target());
    ofTheSender = aboutTheSender(delivery) ? ofTheSender + FOR_GOOD : 0;
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
