package org.urgentaction.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Closure;
import org.urgentaction.campaign.ClosureWords;
import org.urgentaction.dispatch.ActionCounts;
import org.urgentaction.document.LineWrap;
import org.urgentaction.report.JsonOutput;
import org.urgentaction.returns.Unreachable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua list}: the campaigns, soonest deadline first. */
@Command(name = "list", description = "Open campaigns, soonest deadline first.")
final class ListCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Option(names = "--all", description = "Closed and superseded ones too.")
  private boolean all;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  /** A campaign with what the list says of it. */
  private record Entry(
      Campaign campaign,
      List<Closure> closures,
      LocalDate today,
      long actions,
      List<String> controls,
      List<String> unreachable) {}

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    Catalogue catalogue = bench.catalogue();
    catalogue.broken().forEach(problem -> bench.terminal().err().println(problem));
    List<Entry> entries = entries(bench, catalogue);
    if (json) {
      bench.terminal().out().println(JsonOutput.of(entries.stream().map(this::json).toList()));
      return ExitStatus.DONE;
    }
    for (Entry entry : entries) {
      print(bench.terminal(), entry);
    }
    if (entries.isEmpty()) {
      bench.note("No campaign is open; 'ua list --all' shows closed ones.");
    }
    return ExitStatus.DONE;
  }

  private List<Entry> entries(Workbench bench, Catalogue catalogue) {
    Map<String, Long> actions = ActionCounts.byCampaign(bench.logPlace());
    List<Unreachable> unreachable = Responses.unreachable(bench);
    Map<String, List<String>> controls = ControlWords.byCampaign(bench);
    List<Entry> entries = new ArrayList<>();
    for (CampaignFile file : catalogue.all()) {
      Campaign campaign = file.campaign();
      List<Closure> closures = bench.closures(catalogue, campaign);
      if (all || closures.isEmpty()) {
        long done = actions.getOrDefault(campaign.id(), 0L);
        List<String> words = controls.getOrDefault(campaign.id(), List.of());
        List<String> lost =
            unreachable.stream()
                .filter(each -> each.campaign().equals(campaign.id()))
                .map(Responses::line)
                .toList();
        entries.add(new Entry(campaign, closures, bench.today(campaign), done, words, lost));
      }
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> !entry.closures().isEmpty())
            .thenComparing(
                entry -> entry.campaign().deadline(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(
                entry -> entry.campaign().ua(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(entry -> entry.campaign().issue(), Comparator.reverseOrder()));
    return entries;
  }

  private static void print(Terminal terminal, Entry entry) {
    Campaign campaign = entry.campaign();
    String number = "%-8s".formatted(CampaignWords.number(campaign));
    String time = CampaignWords.timeLeft(campaign, entry.closures(), entry.today());
    String indent = " ".repeat(number.length());
    LineWrap wrap = new LineWrap(Locale.ENGLISH, terminal.width() - number.length());
    String lead = terminal.styled(Terminal.Style.BOLD, number);
    for (String line :
        wrap.lines(
            Stream.of(CampaignWords.country(campaign), CampaignWords.issue(campaign), time)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · ")))) {
      terminal
          .out()
          .println(
              lead
                  + (entry.closures().isEmpty()
                      ? line
                      : terminal.styled(Terminal.Style.DIM, line)));
      lead = indent;
    }
    for (String line : wrap.lines(CampaignWords.title(campaign, Locale.ENGLISH))) {
      terminal.out().println(indent + line);
    }
    String actions = entry.actions() == 1 ? "1 action" : entry.actions() + " actions";
    String details = campaign.id() + " · " + actions + " · in " + CampaignWords.languages(campaign);
    for (String line : wrap.lines(details)) {
      terminal.out().println(indent + terminal.styled(Terminal.Style.DIM, line));
    }
    for (String word :
        Stream.concat(entry.controls().stream(), entry.unreachable().stream()).toList()) {
      for (String line : wrap.lines(word)) {
        terminal.out().println(indent + terminal.styled(Terminal.Style.YELLOW, line));
      }
    }
    terminal.out().println();
  }

  private Map<String, @Nullable Object> json(Entry entry) {
    Campaign campaign = entry.campaign();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", campaign.id());
    fields.put("ua", campaign.ua());
    fields.put("issue", campaign.issue());
    fields.put("country", campaign.country());
    fields.put("title", CampaignWords.title(campaign, campaign.language()));
    fields.put("deadline", campaign.deadline());
    LocalDate deadline = campaign.deadline();
    fields.put(
        "days_left", deadline == null ? null : deadline.toEpochDay() - entry.today().toEpochDay());
    fields.put(
        "languages", campaign.letterLanguages().stream().map(Locale::toLanguageTag).toList());
    fields.put("actions", entry.actions());
    fields.put("unreachable", entry.unreachable());
    fields.put("open", entry.closures().isEmpty());
    fields.put("controls", entry.controls());
    fields.put(
        "closed_because",
        entry.closures().stream()
            .map(closure -> ClosureWords.sentence(campaign, closure))
            .toList());
    return fields;
  }
}
