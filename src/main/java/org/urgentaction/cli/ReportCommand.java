package org.urgentaction.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.Total;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua report}: totals of what was done, and of nobody in particular. */
@Command(
    name = "report",
    description = "Totals by campaign, target, channel, language, country and day.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "Of this campaign only.")
  private @Nullable String id;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    ActionFilter filter =
        id == null
            ? ActionFilter.all()
            : ActionFilter.of(bench.campaign(bench.catalogue(), id).id());
    List<Total> all = totals(bench, filter);
    List<Total> done = all.stream().filter(total -> total.state().done()).toList();
    Map<String, Map<String, Long>> tables = tables(done);
    long actions = sum(done);
    Map<String, Long> states = by(all, total -> total.state().toString());
    List<String> responses =
        id == null ? List.of() : Responses.to(bench, String.valueOf(filter.campaign())).lines();
    if (json) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("actions", actions);
      fields.put("by_state", states);
      fields.put("came_back", responses);
      tables.forEach((title, table) -> fields.put("by_" + title, table));
      bench.terminal().out().println(JsonOutput.of(fields));
      return ExitStatus.DONE;
    }
    print(bench.terminal(), actions, states, tables);
    responses.forEach(line -> bench.terminal().out().println("  " + line));
    return ExitStatus.DONE;
  }

  private static List<Total> totals(Workbench bench, ActionFilter filter) {
    if (!bench.hasLog()) {
      return List.of();
    }
    try (ActionLog log = bench.log()) {
      log.recover();
      return log.totals(filter).stream()
          .filter(total -> !total.target().equals(SupporterMail.TARGET))
          .toList();
    }
  }

  private static Map<String, Map<String, Long>> tables(List<Total> done) {
    Map<String, Map<String, Long>> tables = new LinkedHashMap<>();
    tables.put("campaign", by(done, Total::campaign));
    tables.put("target", by(done, total -> total.campaign() + " → " + total.target()));
    tables.put("channel", by(done, total -> total.channel().toString()));
    tables.put("language", by(done, Total::language));
    tables.put(
        "country", by(done, total -> total.country() == null ? "not given" : total.country()));
    tables.put("day", by(done, total -> total.day().toString()));
    return tables;
  }

  private static Map<String, Long> by(List<Total> totals, Function<Total, String> key) {
    Map<String, Long> sums = new TreeMap<>();
    totals.forEach(total -> sums.merge(key.apply(total), total.count(), Long::sum));
    return sums;
  }

  private static long sum(List<Total> totals) {
    return totals.stream().mapToLong(Total::count).sum();
  }

  private static void print(
      Terminal terminal,
      long actions,
      Map<String, Long> states,
      Map<String, Map<String, Long>> tables) {
    terminal
        .out()
        .println(
            terminal.styled(
                Terminal.Style.BOLD, actions == 1 ? "1 action taken" : actions + " actions taken"));
    List<String> others = new ArrayList<>();
    states.forEach((state, count) -> others.add(count + " " + state));
    if (!others.isEmpty()) {
      terminal.out().println("In the log: " + String.join(", ", others));
    }
    tables.forEach(
        (title, table) -> {
          if (!table.isEmpty()) {
            terminal.out().println();
            terminal.out().println(terminal.styled(Terminal.Style.BOLD, "By " + title));
            table.forEach(
                (key, count) -> terminal.out().println("  %6d  %s".formatted(count, key)));
          }
        });
  }
}
