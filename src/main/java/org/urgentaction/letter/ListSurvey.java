package org.urgentaction.letter;

import java.util.List;
import org.urgentaction.problem.Problem;

/**
 * What going through a supporter list once has found.
 *
 * @param first of the good rows
 * @param good rows that are writers
 * @param bad rows that are not
 * @param problems the first of what is wrong with them
 */
public record ListSurvey(Writer first, long good, long bad, List<Problem> problems) {
  public ListSurvey {
    problems = List.copyOf(problems);
  }
}
