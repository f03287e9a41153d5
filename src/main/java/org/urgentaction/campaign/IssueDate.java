package org.urgentaction.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an Urgent Action was issued: a day where the document gives one, otherwise a month.
 *
 * @param day null where only the month is known
 */
public record IssueDate(YearMonth month, @Nullable LocalDate day) {

  /** Reads 2023-04-19 or 2023-04; empty for anything else, impossible dates included. */
  public static Optional<IssueDate> parse(String text) {
    try {
      if (text.length() == 7) {
        return Optional.of(new IssueDate(YearMonth.parse(text), null));
      }
      LocalDate day = LocalDate.parse(text);
      return Optional.of(new IssueDate(YearMonth.from(day), day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The earliest day it can have been. */
  public LocalDate earliest() {
    return day != null ? day : month.atDay(1);
  }

  @Override
  public String toString() {
    return day != null ? day.toString() : month.toString();
  }
}
