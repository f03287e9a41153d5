package org.urgentaction.dispatch;

import java.time.Instant;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;

/**
 * Hears of every letter as it goes, to draw a progress bar or print a line. Called by one thread at
 * a time.
 */
public interface SendListener {
  /**
   * A letter was offered to the server.
   *
   * @param done letters dealt with so far, this one included
   * @param total letters in the plan
   */
  void delivered(
      Assignment assignment, WrittenMessage message, Delivery delivery, int done, int total);

  /** A letter of the plan that was not sent after all. */
  void leftOut(LeftOut leftOut, int done, int total);

  /**
   * Nothing goes out for some time.
   *
   * @param why such as a limit that is reached
   */
  void waiting(Instant until, String why);
}
