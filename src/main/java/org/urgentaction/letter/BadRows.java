package org.urgentaction.letter;

import java.util.List;
import org.urgentaction.problem.Problem;

/** Takes the rows of a list of which no writer can be made, so that none is lost. */
public interface BadRows {
  /** The titles of the list's columns; comes before its rows. */
  void header(List<String> titles);

  /**
   * A row.
   *
   * @param cells as they stand in the list
   * @param problems at least one
   */
  void add(List<String> cells, List<Problem> problems);

  /** Keeps none: for who refuses a list with any bad row. */
  static BadRows none() {
    return new BadRows() {
      @Override
      public void header(List<String> titles) {}

      @Override
      public void add(List<String> cells, List<Problem> problems) {}
    };
  }
}
