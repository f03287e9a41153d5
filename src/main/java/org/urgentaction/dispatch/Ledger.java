package org.urgentaction.dispatch;

import java.util.Optional;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.OutgoingMessage;

/** Where a run notes what it does: the action log, a rehearsal's folder, or nowhere for a trial. */
public interface Ledger {
  /** Takes the letter for this run, or says why it is not this run's to send. */
  Optional<LeftOut> take(Assignment assignment);

  /** Called just before the final dot; what it throws keeps the message from being sent. */
  void intend(Assignment assignment, OutgoingMessage message, byte[] bytes);

  /** Notes how it ended. */
  void settle(Assignment assignment, OutgoingMessage message, byte[] bytes, Delivery delivery);

  /** Gives back a letter that was taken and for which no message could be made. */
  void giveBack(Assignment assignment);

  /** Returns when everything noted is safe. */
  void finish();
}
