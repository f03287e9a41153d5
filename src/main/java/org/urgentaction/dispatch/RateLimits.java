package org.urgentaction.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.urgentaction.log.RateWindow;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Reads and writes the limits of an account as people write them: {@code 30/min,500/day}. */
public final class RateLimits {
  private static final Pattern FORM =
      Pattern.compile("(?<messages>\\d{1,9})\\s*/\\s*(?<count>\\d{0,4})\\s*(?<unit>[a-z]+)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "sec", Duration.ofSeconds(1),
          "second", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "minute", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "d", Duration.ofDays(1));

  private RateLimits() {}

  /**
   * The windows that a text names, such as {@code 30/min,500/day} or {@code 100/5min}.
   *
   * @throws InvalidInputException where it names none
   */
  public static List<RateWindow> parse(String text) {
    List<RateWindow> windows = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher form = FORM.matcher(part.strip());
      Duration unit = form.matches() ? UNITS.get(form.group("unit")) : null;
      if (unit == null) {
        throw refused(part);
      }
      String count = form.group("count");
      try {
        windows.add(
            new RateWindow(
                Integer.parseInt(form.group("messages")),
                unit.multipliedBy(count.isEmpty() ? 1 : Integer.parseInt(count))));
      } catch (IllegalArgumentException e) {
        throw refused(part);
      }
    }
    return List.copyOf(windows);
  }

  private static InvalidInputException refused(String part) {
    return new InvalidInputException(
        Problem.error("--rate", "\"%s\" is no rate".formatted(part.strip()))
            .advise("write it as 30/min, 500/day, or several: 30/min,500/day"));
  }

  /** For people: {@code 30 a minute, 500 a day}. */
  public static String words(List<RateWindow> windows) {
    return windows.stream()
        .map(window -> window.messages() + " " + period(window.period()))
        .collect(Collectors.joining(", "));
  }

  private static String period(Duration period) {
    if (period.equals(Duration.ofSeconds(1))) {
      return "a second";
    } else if (period.equals(Duration.ofMinutes(1))) {
      return "a minute";
    } else if (period.equals(Duration.ofHours(1))) {
      return "an hour";
    } else if (period.equals(Duration.ofDays(1))) {
      return "a day";
    }
    return "in " + length(period);
  }

  /** A length of time in its two largest units: {@code 3 days 4 h}, {@code 20 min}. */
  public static String length(Duration time) {
    if (time.toDays() > 0) {
      String days = time.toDays() == 1 ? "1 day" : time.toDays() + " days";
      return time.toHoursPart() == 0 ? days : days + " " + time.toHoursPart() + " h";
    } else if (time.toHours() > 0) {
      return time.toMinutesPart() == 0
          ? time.toHours() + " h"
          : time.toHours() + " h " + time.toMinutesPart() + " min";
    } else if (time.toMinutes() > 0) {
      return time.toMinutes() + " min";
    }
    return Math.max(1, time.toSeconds()) + " s";
  }
}
