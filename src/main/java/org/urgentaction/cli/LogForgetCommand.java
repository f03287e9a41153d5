package org.urgentaction.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Forgotten;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua log forget}: takes old actions out of the log and keeps their totals. */
@Command(
    name = "forget",
    sortOptions = false,
    description = {
      "Take old actions out of the log. Their totals stay; who had written, to whom and when,",
      "is gone for good. Campaigns that are still open keep theirs unless they are named."
    })
final class LogForgetCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Option(
      names = "--before",
      required = true,
      paramLabel = "DATE",
      description = "Actions of days before this one (UTC).")
  private String day;

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      split = ",",
      description = "Of these campaigns only, open or not (default: of all that are closed).")
  private List<String> campaigns = new ArrayList<>();

  @Option(names = "--yes", description = "Do not ask before forgetting.")
  private boolean yes;

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    LocalDate before = OptionDate.parse("--before", day);
    if (before.isAfter(LocalDate.now(bench.clock().withZone(ZoneOffset.UTC)))) {
      throw new InvalidInputException(
          Problem.error("--before", "%s is yet to come".formatted(before))
              .advise("give a day of the past, such as a year ago"));
    }
    if (!bench.hasLog()) {
      bench.note("Nothing is logged yet in " + bench.logPlace());
      return ExitStatus.DONE;
    }
    try (ActionLog actions = bench.log()) {
      actions.recover();
      Set<String> kept = kept(bench, actions);
      long count = count(actions, before, kept);
      if (count == 0) {
        bench.note("There is nothing to forget before %s.%s".formatted(before, keeping(kept)));
        return ExitStatus.DONE;
      }
      if (!yes) {
        new Confirmation(bench)
            .ask(
                "Forget about %d %s of before %s for good?%s Their totals stay."
                    .formatted(count, count == 1 ? "action" : "actions", before, keeping(kept)),
                "nothing was forgotten",
                "they are forgotten");
      }
      Forgotten forgotten = actions.forget(before, kept);
      bench
          .terminal()
          .out()
          .println(
              "%d actions and %d records forgotten; their totals stay in 'ua report'."
                  .formatted(forgotten.actions(), forgotten.records()));
    }
    return ExitStatus.DONE;
  }

  private static String keeping(Set<String> kept) {
    return kept.isEmpty()
        ? ""
        : " Kept whole: " + String.join(", ", kept.stream().sorted().toList()) + ".";
  }

  /** The campaigns of which nothing is forgotten, of those in the log. */
  private Set<String> kept(Workbench bench, ActionLog actions) {
    LoggedCampaigns logged = new LoggedCampaigns(bench, actions);
    Set<String> kept = new HashSet<>(logged.all());
    if (campaigns.isEmpty()) {
      kept.retainAll(mayBeOpen(bench));
    } else {
      kept.removeAll(logged.named(campaigns));
    }
    return kept;
  }

  /** Campaigns that may still be sent: what is forgotten would be sent again. */
  private static Set<String> mayBeOpen(Workbench bench) {
    Catalogue catalogue = bench.catalogue();
    Set<String> open = new HashSet<>();
    for (CampaignFile file : catalogue.all()) {
      Campaign campaign = file.campaign();
      if (bench.closures(catalogue, campaign).isEmpty()) {
        open.add(campaign.id());
      }
    }
    // Of a file that cannot be read nobody knows whether it is open.
    for (Problem problem : catalogue.broken()) {
      if (problem.source() != null) {
        open.add(Path.of(problem.source()).getFileName().toString().replaceFirst("\\.ya?ml$", ""));
      }
    }
    return open;
  }

  /** As {@link ActionLog#forget} chooses them. */
  private long count(ActionLog actions, LocalDate before, Set<String> kept) {
    AtomicLong count = new AtomicLong();
    actions.visit(
        ActionFilter.all(),
        action -> {
          boolean old = action.at().isBefore(before.atStartOfDay(ZoneOffset.UTC).toInstant());
          boolean settled =
              switch (action.state()) {
                case INTENT, UNKNOWN -> false;
                case CLAIMED -> action.worker() == null;
                default -> true;
              };
          if (old && settled && !kept.contains(action.key().campaign())) {
            count.incrementAndGet();
          }
        });
    return count.get();
  }
}
