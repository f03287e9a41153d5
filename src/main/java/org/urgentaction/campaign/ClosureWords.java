package org.urgentaction.campaign;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in English why nothing more goes out for a campaign: in refusals, plans and the log. */
public final class ClosureWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private ClosureWords() {}

  /** A day as these words write it. */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** All of the reasons as one clause; empty where there is none. */
  public static String sentence(Campaign campaign, List<Closure> closures) {
    return closures.stream()
        .map(closure -> sentence(campaign, closure))
        .collect(Collectors.joining(", and "));
  }

  /** One reason as a clause that stands for itself. */
  public static String sentence(Campaign campaign, Closure closure) {
    if (closure instanceof Closure.DeadlinePassed passed) {
      return "its deadline was " + day(passed.deadline());
    }
    if (closure instanceof Closure.Superseded superseded) {
      return "it is superseded by " + superseded.newest().id();
    }
    Closure.Stopped stopped = (Closure.Stopped) closure;
    String because = campaign.best(stopped.because(), Locale.ENGLISH);
    return "appeals were stopped on "
        + day(stopped.on())
        + (because == null ? "" : " (" + because.strip() + ")");
  }
}
