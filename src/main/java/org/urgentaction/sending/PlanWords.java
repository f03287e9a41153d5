package org.urgentaction.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.ClosureWords;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Forecast;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.LeftOuts;
import org.urgentaction.dispatch.Moment;
import org.urgentaction.dispatch.OfficeZone;
import org.urgentaction.dispatch.RateLimits;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendingHours;
import org.urgentaction.log.RateWindow;

/**
 * What is to be said of a plan beside its numbers: who is left out and why, and by when it ends.
 */
public final class PlanWords {
  private final Campaign campaign;
  private final SendPlan plan;
  private final List<String> unreachable;
  private final Map<String, OfficeZone> zones;
  private final List<RateWindow> windows;
  private final @Nullable SendingHours hours;
  private final Clock clock;

  /**
   * @param unreachable officials who cannot be written to by mail
   * @param zones by whose clock each official's hours are
   */
  public PlanWords(
      Campaign campaign,
      SendPlan plan,
      List<String> unreachable,
      Map<String, OfficeZone> zones,
      SendingLimits limits,
      Clock clock) {
    this.campaign = campaign;
    this.plan = plan;
    this.unreachable = unreachable;
    this.zones = zones;
    this.windows = limits.windows();
    this.hours = limits.hours();
    this.clock = clock;
  }

  /** Letters that are not sent, or later: a line for each reason. */
  public List<String> leftOut() {
    return plan.leftOut().groups().stream().map(PlanWords::words).toList();
  }

  /** Officials who get no mail: a line for each. */
  public List<String> withoutMail() {
    return unreachable.stream().map(target -> "left out: " + unreachable(target)).toList();
  }

  private String unreachable(String target) {
    return campaign.targets().isEmpty()
        ? "the open letter to the authorities, which has no address; 'ua letter' writes it"
        : target + " has no email address; write by post";
  }

  private static String words(LeftOuts.Group group) {
    StringBuilder words = new StringBuilder();
    words.append(group.reason() == LeftOut.Reason.WAITING ? "later" : "left out");
    if (group.count() > 1) {
      words.append(' ').append(group.count());
    }
    words.append(": ");
    if (!group.target().isEmpty()) {
      words.append(group.target()).append(": ");
    }
    words.append(group.words());
    Instant until = group.until();
    if (until != null) {
      words.append(", until ").append(Moment.of(until));
    }
    List<Assignment> listed =
        group.examples().stream().filter(example -> example.number() > 0).toList();
    if (!listed.isEmpty() && group.count() < 1_000_000 && isOfSome(group)) {
      words.append(
          listed.stream()
              .map(example -> Integer.toString(example.number()))
              .collect(
                  Collectors.joining(
                      ", ", " (writer ", group.count() > listed.size() ? ", …)" : ")")));
    }
    return words.toString();
  }

  /** Whether it matters who they are: what holds for all needs no examples. */
  private static boolean isOfSome(LeftOuts.Group group) {
    return switch (group.reason()) {
      case DUPLICATE, SUPPRESSED, UNKNOWN, FAILED, UNMADE -> true;
      case DONE, GATE, CANCELLED, PAUSED, WAITING, ELSEWHERE -> false;
    };
  }

  /** How long it takes, and whether that is before the deadline. */
  public List<String> time() {
    List<String> lines = new ArrayList<>();
    Forecast forecast = new Forecast(windows, hours, clock);
    if (hours != null) {
      zones.forEach((target, zone) -> lines.add("hours of %s: %s".formatted(target, hours(zone))));
    }
    if (!windows.isEmpty()) {
      lines.add("limits: " + RateLimits.words(windows));
    }
    if (!forecast.known() || plan.letters() == 0) {
      return lines;
    }
    Instant now = clock.instant();
    Instant end = end(forecast, plan.letters());
    if (end.isAfter(now)) {
      lines.add(
          "at this rate the last letter goes in about %s, at %s"
              .formatted(RateLimits.length(Duration.between(now, end)), Moment.of(end)));
    }
    Instant deadline = deadline();
    if (deadline != null && !end.isBefore(deadline)) {
      lines.add(
          "this is after the deadline, %s: about %d of %d would not go any more"
              .formatted(
                  ClosureWords.day(Objects.requireNonNull(campaign.deadline())),
                  plan.letters() - before(forecast, deadline),
                  plan.letters()));
    }
    return lines;
  }

  private String hours(OfficeZone zone) {
    return zone.guessed()
        ? "%s in %s, one of its country's zones (the target's zone: may name another)"
            .formatted(hours, zone.zone())
        : "%s in %s".formatted(hours, zone.zone());
  }

  /** By the clock of the first official: hours differ little beside a limit. */
  private Instant end(Forecast forecast, int letters) {
    ZoneId zone =
        plan.byTarget().keySet().stream()
            .map(zones::get)
            .filter(known -> known != null)
            .map(OfficeZone::zone)
            .findFirst()
            .orElse(ZoneOffset.UTC);
    return forecast.end(letters, zone);
  }

  /** How many letters go before that moment. */
  private int before(Forecast forecast, Instant deadline) {
    int least = 0;
    int most = plan.letters();
    while (least < most) {
      int middle = (least + most + 1) >>> 1;
      if (end(forecast, middle).isBefore(deadline)) {
        least = middle;
      } else {
        most = middle - 1;
      }
    }
    return least;
  }

  /** The moment after the deadline's day where the section is; null where there is none. */
  public @Nullable Instant deadline() {
    LocalDate day = campaign.deadline();
    return day == null ? null : day.plusDays(1).atStartOfDay(campaign.zone()).toInstant();
  }

  /** When the last letter goes, as far as limits and hours decide it. */
  public Optional<Instant> ends() {
    Forecast forecast = new Forecast(windows, hours, clock);
    return forecast.known() && plan.letters() > 0
        ? Optional.of(end(forecast, plan.letters()))
        : Optional.empty();
  }
}
