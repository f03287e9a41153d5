package org.urgentaction.mail;

/** Asked just before the final dot, when nothing can be taken back any more. */
@FunctionalInterface
public interface Handover {
  /** Makes the intent durable; whatever it throws keeps the message from being sent. */
  void beforeFinalDot();
}
