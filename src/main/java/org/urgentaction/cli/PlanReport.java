package org.urgentaction.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.LeftOuts;
import org.urgentaction.dispatch.OfficeZone;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.document.LineWrap;
import org.urgentaction.sending.PlanWords;

/** Says what a plan is: how many letters to whom, in which languages, by when, and what is not. */
final class PlanReport {
  private static final int INDENT = 10;

  private final Workbench bench;
  private final Campaign campaign;
  private final SendPlan plan;
  private final List<String> unreachable;
  private final PlanWords words;

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
    this.words = new PlanWords(campaign, plan, unreachable, zones, pace.limits(), bench.clock());
  }

  void print() {
    bench.note("Plan for %s: %s".formatted(campaign.id(), letters(plan.letters())));
    plan.byTarget().forEach((target, count) -> say(number(count) + "  to " + target));
    plan.byLanguage().forEach((language, count) -> say(number(count) + "  in " + language));
    words.leftOut().forEach(line -> say("  " + line));
    words.withoutMail().forEach(line -> say("  " + line));
    words.time().forEach(line -> say("  " + line));
    bench.note("");
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

  /** The fields that other programs may rely on. */
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("campaign", campaign.id());
    fields.put("letters", plan.letters());
    fields.put("by_target", plan.byTarget());
    fields.put("by_language", plan.byLanguage());
    fields.put("left_out", leftOut(plan.leftOut()));
    fields.put("unreachable", unreachable);
    fields.put("ends", words.ends().map(Instant::toString).orElse(null));
    Instant deadline = words.deadline();
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
