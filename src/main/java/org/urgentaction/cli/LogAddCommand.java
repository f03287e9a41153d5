package org.urgentaction.cli;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Channel;
import org.urgentaction.dispatch.LetterMail;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua log add}: what a person did by hand. */
@Command(
    name = "add",
    sortOptions = false,
    description = {
      "Note what was done by hand: posted, faxed, emailed, phoned or shared.",
      "Without a writer it is the one whose letter is waiting in the log."
    })
final class LogAddCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      description = "post, fax, email, phone or social.")
  private String channel;

  @Option(
      names = "--to",
      split = ",",
      paramLabel = "ID",
      description = "To these targets or copies (default: all for the writer's country).")
  private List<String> to = new ArrayList<>();

  @Option(names = "--on", paramLabel = "DATE", description = "When (default: today).")
  private @Nullable String on;

  @Mixin private WriterOptions writerOptions;

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    Channel through = LogCommand.channel(channel);
    Campaign campaign = bench.campaign(bench.catalogue(), id).campaign();
    Instant at = at(bench);
    try (ActionLog actions = bench.log()) {
      for (ActionRecord waiting : toNote(bench, actions, campaign, through)) {
        ActionRecord noted =
            actions.addByHand(waiting.key(), waiting.details(), ActionState.byHand(through), at);
        bench.note("%s: %s → %s".formatted(noted.state(), campaign.id(), noted.key().target()));
      }
    }
    return ExitStatus.DONE;
  }

  private List<ActionRecord> toNote(
      Workbench bench, ActionLog actions, Campaign campaign, Channel through) {
    boolean known =
        !writerOptions.given().isEmpty()
            || writerOptions.isList()
            || writerOptions.me != null
            || bench.profile().exists();
    return known
        ? ofWriters(bench, actions, campaign, through)
        : waiting(actions, campaign, through);
  }

  private List<ActionRecord> ofWriters(
      Workbench bench, ActionLog actions, Campaign campaign, Channel through) {
    LetterPlanner planner =
        new LetterPlanner(campaign, new LetterChoices(to, null, null, null, bench.today(campaign)));
    List<ActionRecord> noted = new ArrayList<>();
    for (Writer writer : writerOptions.writers(bench, false)) {
      for (LetterOrder order : planner.orders(writer)) {
        ActionKey key =
            new ActionKey(
                campaign.id(),
                order.recipient().id(),
                through,
                actions.writers().hash(LetterMail.identity(writer)));
        noted.add(
            new ActionRecord(
                key,
                new ActionDetails(order.language().toLanguageTag(), writer.country()),
                ActionState.PREPARED,
                Instant.EPOCH,
                null,
                null,
                null,
                null));
      }
    }
    return noted;
  }

  /** The letters that wait in the log, where they are one writer's. */
  private List<ActionRecord> waiting(ActionLog actions, Campaign campaign, Channel through) {
    List<ActionRecord> waiting =
        actions.list(new ActionFilter(campaign.id(), ActionState.PREPARED, through)).stream()
            .filter(action -> to.isEmpty() || to.contains(action.key().target()))
            .toList();
    long writers = waiting.stream().map(action -> action.key().writer()).distinct().count();
    if (writers != 1) {
      throw new InvalidInputException(
          Problem.error(
                  "--name",
                  writers == 0
                      ? "no letter of %s is waiting to go by %s".formatted(campaign.id(), through)
                      : "letters of %d writers are waiting: whose went out?".formatted(writers))
              .advise("say who wrote: --name, --city and --country, as for the letter"));
    }
    List<String> missing = new ArrayList<>(to);
    waiting.forEach(action -> missing.remove(action.key().target()));
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          Problem.error("--to", "no letter to %s is waiting".formatted(String.join(", ", missing)))
              .advise(
                  "waiting are: "
                      + waiting.stream()
                          .map(action -> action.key().target())
                          .collect(Collectors.joining(", "))));
    }
    return waiting;
  }

  private Instant at(Workbench bench) {
    if (on == null) {
      return bench.clock().instant();
    }
    return OptionDate.parse("--on", on).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }
}
