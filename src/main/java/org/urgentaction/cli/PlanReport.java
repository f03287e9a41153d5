package org.urgentaction.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Forecast;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.LeftOuts;
import org.urgentaction.dispatch.Moment;
import org.urgentaction.dispatch.OfficeZone;
import org.urgentaction.dispatch.RateLimits;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendingHours;
import org.urgentaction.document.LineWrap;
import org.urgentaction.log.RateWindow;

/** Says what a plan is: how many letters to whom, in which languages, by when, and what is not. */
final class PlanReport {
  private static final int INDENT = 10;

  private final Workbench bench;
  private final Campaign campaign;
  private final SendPlan plan;
  private final List<String> unreachable;
  private final Map<String, OfficeZone> zones;
  private final List<RateWindow> windows;
  private final @Nullable SendingHours hours;

  /**
   * @param unreachable officials who cannot be written to by mail
   * @param zones by whose clock each official's hours are
   */
  PlanReport(
      Workbench bench,
      Campaign campaign,
      SendPlan plan,
      List<String> unreachable,
      Map<String, OfficeZone> zones,
      PaceOptions pace) {
    this.bench = bench;
    this.campaign = campaign;
    this.plan = plan;
    this.unreachable = unreachable;
    this.zones = zones;
    this.windows = pace.windows();
    this.hours = pace.hours();
  }

  void print() {
    bench.note("Plan for %s: %s".formatted(campaign.id(), letters(plan.letters())));
    plan.byTarget().forEach((target, count) -> say(number(count) + "  to " + target));
    plan.byLanguage().forEach((language, count) -> say(number(count) + "  in " + language));
    plan.leftOut().groups().forEach(group -> say("  " + words(group)));
    unreachable.forEach(target -> say("  left out: " + unreachable(target)));
    time().forEach(line -> say("  " + line));
    bench.note("");
  }

  private String unreachable(String target) {
    return campaign.targets().isEmpty()
        ? "the open letter to the authorities, which has no address; 'ua letter' writes it"
        : target + " has no email address; write by post";
  }

  private static String number(int count) {
    return "  %6d".formatted(count);
  }

  static String letters(int count) {
    return count == 1 ? "1 letter" : count + " letters";
  }

  /** Wrapped to the terminal, further lines set in. */
  private void say(String line) {
    int lead = line.length() - line.stripLeading().length();
    LineWrap wrap = new LineWrap(Locale.ENGLISH, bench.terminal().width() - INDENT);
    String before = line.substring(0, lead);
    for (String part : wrap.lines(line.strip())) {
      bench.note(before + part);
      before = " ".repeat(INDENT);
    }
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
  private List<String> time() {
    List<String> lines = new ArrayList<>();
    Clock clock = bench.clock();
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
                  CampaignWords.day(Objects.requireNonNull(campaign.deadline())),
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

  private @Nullable Instant deadline() {
    LocalDate day = campaign.deadline();
    return day == null ? null : day.plusDays(1).atStartOfDay(campaign.zone()).toInstant();
  }

  /** The fields that other programs may rely on. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("campaign", campaign.id());
    fields.put("letters", plan.letters());
    fields.put("by_target", plan.byTarget());
    fields.put("by_language", plan.byLanguage());
    fields.put("left_out", leftOut(plan.leftOut()));
    fields.put("unreachable", unreachable);
    Forecast forecast = new Forecast(windows, hours, bench.clock());
    fields.put(
        "ends",
        forecast.known() && plan.letters() > 0 ? end(forecast, plan.letters()).toString() : null);
    Instant deadline = deadline();
    fields.put("deadline", deadline == null ? null : deadline.toString());
    return fields;
  }

  static List<Map<String, @Nullable Object>> leftOut(LeftOuts leftOuts) {
    List<Map<String, @Nullable Object>> groups = new ArrayList<>();
    for (LeftOuts.Group group : leftOuts.groups()) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("reason", group.reason().name().toLowerCase(Locale.ROOT));
      fields.put("target", group.target());
      fields.put("words", group.words());
      fields.put("count", group.count());
      fields.put("until", group.until());
      fields.put("actions", group.examples().stream().map(letter -> letter.key().id()).toList());
      groups.add(fields);
    }
    return groups;
  }
}
