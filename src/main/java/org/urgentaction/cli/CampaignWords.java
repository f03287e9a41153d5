package org.urgentaction.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Closure;
import org.urgentaction.campaign.ClosureWords;
import org.urgentaction.campaign.IssueDate;

/** How the terminal speaks of a campaign: the same words in lists, sheets and refusals. */
final class CampaignWords {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private CampaignWords() {}

  static String day(LocalDate date) {
    return ClosureWords.day(date);
  }

  static String issued(IssueDate date) {
    return date.day() != null ? day(date.day()) : MONTH.format(date.month());
  }

  static String country(Campaign campaign) {
    return new Locale("", campaign.country()).getDisplayCountry(Locale.ENGLISH);
  }

  /** The number in its series, a dash where there is none. */
  static String number(Campaign campaign) {
    return campaign.ua() == null ? "–" : campaign.ua().toString();
  }

  /** Which issue it is; nothing is said of what has no number and is no later one. */
  static String issue(Campaign campaign) {
    return campaign.ua() == null && campaign.issue() == 1 ? "" : ordinal(campaign.issue());
  }

  private static String ordinal(int issue) {
    return switch (issue) {
      case 1 -> "first UA";
      case 2 -> "second UA";
      case 3 -> "third UA";
      default -> "UA issue " + issue;
    };
  }

  static String title(Campaign campaign, Locale language) {
    return Objects.requireNonNullElse(campaign.best(campaign.title(), language), campaign.id());
  }

  static String languages(Campaign campaign) {
    return campaign.letterLanguages().stream()
        .map(Locale::toLanguageTag)
        .collect(Collectors.joining(" "));
  }

  /** Days left, or why there are none. */
  static String timeLeft(Campaign campaign, List<Closure> closures, LocalDate today) {
    if (!closures.isEmpty()) {
      return "closed: "
          + closures.stream().map(CampaignWords::brief).collect(Collectors.joining(", "));
    }
    LocalDate deadline = campaign.deadline();
    if (deadline == null) {
      return "no deadline given";
    }
    long days = ChronoUnit.DAYS.between(today, deadline);
    return days == 0 ? "last day today" : days == 1 ? "1 day left" : days + " days left";
  }

  private static String brief(Closure closure) {
    if (closure instanceof Closure.DeadlinePassed passed) {
      return "deadline was " + day(passed.deadline());
    }
    if (closure instanceof Closure.Superseded superseded) {
      return "superseded by " + superseded.newest().id();
    }
    return "stopped";
  }
}
