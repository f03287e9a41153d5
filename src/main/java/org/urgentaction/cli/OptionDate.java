package org.urgentaction.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** A day as it is given to an option. */
final class OptionDate {
  private OptionDate() {}

  /**
   * Reads a day in ISO 8601.
   *
   * @param source the option's name
   * @throws InvalidInputException if it is none
   */
  static LocalDate parse(String source, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidInputException(
          Problem.error(source, "\"%s\" is no date".formatted(text))
              .advise("write it as 2022-05-01"));
    }
  }
}
