package org.urgentaction.dispatch;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * The hours of the day in which officials get mail, by the clock where they sit.
 *
 * @param from the first minute in which mail goes
 * @param to the first in which it does not; before {@code from} where the hours pass midnight
 */
public record SendingHours(LocalTime from, LocalTime to) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,2})(?::(\\d\\d))?\\s*[-–]\\s*(\\d{1,2})(?::(\\d\\d))?");

  /**
   * Reads {@code 8-18} or {@code 8:30-17:45}; 24 is the end of the day.
   *
   * @throws InvalidInputException where it is neither
   */
  public static SendingHours parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw refused(text);
    }
    LocalTime from = time(text, form.group(1), form.group(2));
    LocalTime to = time(text, form.group(3), form.group(4));
    if (from.equals(to)) {
      throw refused(text);
    }
    return new SendingHours(from, to);
  }

  private static LocalTime time(String text, String hour, String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    if (minutes > 59 || hours > 24 || (hours == 24 && minutes > 0)) {
      throw refused(text);
    }
    return LocalTime.of(hours % 24, minutes);
  }

  private static InvalidInputException refused(String text) {
    return new InvalidInputException(
        Problem.error("--hours", "\"%s\" are no hours of a day".formatted(text))
            .advise("write them as 8-18 or 8:30-17:45"));
  }

  /** Now where it is within the hours, else the moment when they begin. */
  public Instant next(Instant now, ZoneId zone) {
    ZonedDateTime there = now.atZone(zone);
    if (contains(there.toLocalTime())) {
      return now;
    }
    ZonedDateTime today = there.toLocalDate().atTime(from).atZone(zone);
    ZonedDateTime opens =
        today.isAfter(there) ? today : there.toLocalDate().plusDays(1).atTime(from).atZone(zone);
    return opens.toInstant();
  }

  /** When the hours that hold at that moment end. */
  public Instant end(Instant within, ZoneId zone) {
    ZonedDateTime there = within.atZone(zone);
    ZonedDateTime today = there.toLocalDate().atTime(to).atZone(zone);
    ZonedDateTime ends =
        today.isAfter(there) ? today : there.toLocalDate().plusDays(1).atTime(to).atZone(zone);
    return ends.toInstant();
  }

  private boolean contains(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean over = !time.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  @Override
  public String toString() {
    return from + "–" + (to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString());
  }
}
