package org.urgentaction.cli;

/** The exit statuses that scripts rely on. */
final class ExitStatus {
  /** All that was asked is done. */
  static final int DONE = 0;

  /** Some of it could not be done now; the same command again takes it up. */
  static final int UNFINISHED = 1;

  /** Wrong usage or invalid input; nothing was done. */
  static final int INVALID = 2;

  /** Refused by a safety gate. */
  static final int REFUSED = 3;

  private ExitStatus() {}
}
