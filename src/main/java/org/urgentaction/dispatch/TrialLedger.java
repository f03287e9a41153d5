package org.urgentaction.dispatch;

import java.util.Optional;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.OutgoingMessage;

/** A trial run to one's own address, which counts for nothing. */
public final class TrialLedger implements Ledger {
  @Override
  public Optional<LeftOut> take(Assignment assignment) {
    return Optional.empty();
  }

  @Override
  public void intend(Assignment assignment, OutgoingMessage message, byte[] bytes) {
    // no official is written to
  }

  @Override
  public void settle(
      Assignment assignment, OutgoingMessage message, byte[] bytes, Delivery delivery) {
    // no official was written to
  }

  @Override
  public void giveBack(Assignment assignment) {
    // nothing was taken
  }

  @Override
  public void finish() {
    // nothing was noted
  }
}
