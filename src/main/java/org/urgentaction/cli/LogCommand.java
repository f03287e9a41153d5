package org.urgentaction.cli;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.report.ActionFields;
import org.urgentaction.report.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua log}: the record of every action, and what a person adds to it. */
@Command(
    name = "log",
    description = {
      "What was done: list it, add what was done by hand, resolve what is unknown,",
      "export it, forget what is old."
    },
    subcommands = {
      LogAddCommand.class,
      LogResolveCommand.class,
      LogVerifyCommand.class,
      LogReplyCommand.class,
      LogExportCommand.class,
      LogForgetCommand.class
    })
final class LogCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  @ParentCommand private UaCommand ua;

  @Option(names = "--campaign", paramLabel = "ID", description = "Of this campaign only.")
  private @Nullable String campaign;

  @Option(names = "--state", paramLabel = "STATE", description = "In this state, such as unknown.")
  private @Nullable String state;

  @Option(names = "--channel", paramLabel = "CHANNEL", description = "Through this channel only.")
  private @Nullable String channel;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  Workbench workbench() {
    return ua.workbench();
  }

  @Override
  public Integer call() {
    Workbench bench = workbench();
    ActionFilter filter = filter(bench);
    if (!bench.hasLog()) {
      if (json) {
        bench.terminal().out().println("[]");
      }
      bench.note("Nothing is logged yet in " + bench.logPlace());
      return ExitStatus.DONE;
    }
    try (ActionLog log = bench.log()) {
      log.recover();
      if (json) {
        JsonOutput.list(
            bench.terminal().out(),
            items -> log.visit(filter, action -> items.accept(ActionFields.of(action))));
      } else {
        AtomicLong unknown = new AtomicLong();
        log.visit(
            filter,
            action -> {
              print(bench.terminal(), action);
              if (action.state() == ActionState.UNKNOWN) {
                unknown.incrementAndGet();
              }
            });
        ControlWords.byCampaign(bench)
            .forEach((id, words) -> words.forEach(word -> bench.note(id + ": " + word)));
        explainUnknown(bench, unknown.get());
      }
    }
    return ExitStatus.DONE;
  }

  private ActionFilter filter(Workbench bench) {
    return new ActionFilter(
        campaign == null ? null : bench.campaign(bench.catalogue(), campaign).id(),
        state == null ? null : state(state),
        channel == null ? null : channel(channel));
  }

  private static void print(Terminal terminal, ActionRecord action) {
    String line =
        "%s  %s  %-9s %-6s %-2s  %s → %s"
            .formatted(
                action.id(),
                MINUTE.format(action.at()),
                action.state(),
                action.key().channel(),
                action.details().language(),
                action.key().campaign(),
                action.key().target());
    terminal
        .out()
        .println(
            action.state() == ActionState.UNKNOWN
                ? terminal.styled(Terminal.Style.YELLOW, line)
                : line);
  }

  private static void explainUnknown(Workbench bench, long unknown) {
    if (unknown > 0) {
      bench.note(
          """

          %d unknown: handed to the server, and no answer came back. Each may have arrived, so
          none is sent again by itself. Look in the mailbox's sent or returned mail, then say:
          ua log resolve ACTION --sent, or --not-sent to have the next run send it."""
              .formatted(unknown));
    }
  }

  static Channel channel(String text) {
    return Channel.parse(text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.error("--channel", "\"%s\" is no channel".formatted(text))
                        .advise("choose from post, fax, email, phone, social")));
  }

  private static ActionState state(String text) {
    return ActionState.parse(text)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.error("--state", "\"%s\" is no state".formatted(text))
                        .advise("such as prepared, rehearsed, sent, unknown, failed, posted")));
  }
}
