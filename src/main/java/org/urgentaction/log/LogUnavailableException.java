package org.urgentaction.log;

import org.urgentaction.problem.Problem;

/**
 * The log cannot be opened, read or written, so nothing may be sent: the message says what to do.
 */
public final class LogUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  LogUnavailableException(Problem problem, Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  LogUnavailableException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
