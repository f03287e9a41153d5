package org.urgentaction.dispatch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;

/**
 * Where a run notes what it does: the action log, a rehearsal's folder, or nowhere for a trial.
 * Used by all connections at once.
 */
public interface Ledger {
  /**
   * Takes letters for this run: for each, in order, empty where it is taken, or why it is not this
   * run's to send.
   */
  List<Optional<LeftOut>> take(List<Assignment> assignments);

  /**
   * What it will note of a message's exact bytes. Worked out where messages are made, so that no
   * connection waits for it.
   */
  String digest(byte[] bytes);

  /**
   * Called just before the final dot; what it throws keeps the message from being sent.
   *
   * @param digest {@link #digest} of the bytes that are handed over
   */
  void intend(Assignment assignment, String messageId, String digest);

  /**
   * Notes how it ended.
   *
   * @return when a letter that was put off may be tried again; null where that was not the end, or
   *     time alone does not help
   */
  @Nullable Instant settle(Assignment assignment, WrittenMessage message, Delivery delivery);

  /** Gives back letters that were taken and not begun: anyone may send them. */
  void giveBack(Collection<Assignment> assignments);

  /** Notes a letter that was taken and for which no message could be made. */
  void unmade(Assignment assignment);

  /** Returns when everything noted is safe. */
  void finish();
}
