package org.urgentaction.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Input that cannot be worked with; nothing was done. The program ends with exit status 2. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public InvalidInputException(Problem problem) {
    this(List.of(problem));
  }

  /** At least one, in the order in which they stand in the source. */
  public List<Problem> problems() {
    return problems;
  }
}
