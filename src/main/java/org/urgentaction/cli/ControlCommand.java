package org.urgentaction.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.ControlChange;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Standing;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * What {@code ua pause}, {@code ua resume} and {@code ua cancel} share: a word on a campaign's mail
 * that every run hears before its next message, on whatever machine that shares the log.
 */
abstract class ControlCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(
      names = "--to",
      paramLabel = "ID",
      split = ",",
      description = "These targets or copies only (default: the whole campaign).")
  private List<String> to = List.of();

  /** The word, and why. */
  abstract Standing standing();

  abstract @Nullable String because();

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    Campaign campaign = bench.campaign(bench.catalogue(), id).campaign();
    check(campaign);
    try (ActionLog log = bench.log()) {
      if (to.isEmpty()) {
        control(bench, log, campaign.id(), null);
      }
      to.forEach(target -> control(bench, log, campaign.id(), target));
    }
    return ExitStatus.DONE;
  }

  private void check(Campaign campaign) {
    List<String> known = ControlChange.targets(campaign);
    for (String target : to) {
      if (!known.contains(target)) {
        throw new InvalidInputException(
            Problem.error("--to", "%s has no target \"%s\"".formatted(campaign.id(), target))
                .advise("it has " + String.join(", ", known)));
      }
    }
  }

  private void control(Workbench bench, ActionLog log, String campaign, @Nullable String target) {
    String subject = target == null ? campaign : campaign + " to " + target;
    ControlChange change =
        ControlChange.make(log, campaign, target, standing(), because())
            .orElseThrow(
                () ->
                    new RefusedException(
                        "%s is cancelled, which is more than paused: nothing is sent. 'ua resume' takes that back."
                            .formatted(subject)));
    bench.note(subject + ": " + words(change.before(), change.now()));
  }

  private String words(Standing before, Standing now) {
    return switch (standing()) {
      case PAUSED -> "paused. A run that is sending hears it before its next message.";
      case CANCELLED -> "cancelled. Nothing more is sent, not even with --anyway.";
      case RUNNING ->
          before == Standing.RUNNING
              ? "it was neither paused nor cancelled."
              : now == Standing.RUNNING
                  ? "goes on. What is missing is sent by 'ua send', or by a run that waits."
                  : "goes on, but the whole campaign is still " + now + ".";
    };
  }
}
