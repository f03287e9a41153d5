package org.urgentaction.cli;

/**
 * A safety gate is shut: the deadline is past, the action superseded, the sending not confirmed.
 */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is refused, why, and what can be done instead
   */
  RefusedException(String message) {
    super(message);
  }
}
