package org.urgentaction.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Gathers all that is wrong or doubtful in one file, within a limit that hostile files cannot
 * break.
 */
final class ProblemList {
  private static final int LIMIT = 50;

  private final String source;
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private int untold;

  ProblemList(String source) {
    this.source = source;
  }

  void error(SourcePlace place, String message, @Nullable String advice) {
    if (errors.size() == LIMIT) {
      untold++;
      return;
    }
    errors.add(advised(Problem.error(source, place.line(), place.column(), message), advice));
  }

  void warn(SourcePlace place, String message, @Nullable String advice) {
    if (warnings.size() < LIMIT) {
      warnings.add(advised(Problem.warning(source, place.line(), place.column(), message), advice));
    }
  }

  /** Whether further errors are only counted, so that looking for more is of no use. */
  boolean isFull() {
    return untold > 0;
  }

  /** In the order of the file. */
  List<Problem> warnings() {
    return sorted(warnings);
  }

  void throwIfErrors() {
    if (errors.isEmpty()) {
      return;
    }
    List<Problem> all = sorted(errors);
    if (untold > 0) {
      all.add(Problem.error(source, "there are more errors").advise("correct these first"));
    }
    throw new InvalidInputException(all);
  }

  private static List<Problem> sorted(List<Problem> problems) {
    List<Problem> sorted = new ArrayList<>(problems);
    sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return sorted;
  }

  private static Problem advised(Problem problem, @Nullable String advice) {
    return advice == null ? problem : problem.advise(advice);
  }
}
