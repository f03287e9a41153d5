package org.urgentaction.dispatch;

import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.OutgoingMessage;

/** Hears of every letter as it goes, to draw a progress bar or print a line. */
public interface SendListener {
  /**
   * A letter was offered to the server.
   *
   * @param done letters dealt with so far, this one included
   * @param total letters in the plan
   */
  void delivered(
      Assignment assignment, OutgoingMessage message, Delivery delivery, int done, int total);

  /** A letter of the plan that was not sent after all. */
  void leftOut(LeftOut leftOut, int done, int total);
}
