package org.urgentaction.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.NotedReply;
import org.urgentaction.log.ActionLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua log reply}: an official has answered. */
@Command(name = "reply", description = "Note that an official has answered.")
final class LogReplyCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Parameters(index = "0", paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(
      names = "--from",
      paramLabel = "TARGET",
      required = true,
      description = "The target or copy that answered.")
  private String from;

  @Option(names = "--on", paramLabel = "DATE", description = "When (default: today).")
  private @Nullable String on;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORDS",
      description = "What was said, in short; no supporter's name.")
  private @Nullable String words;

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    Campaign campaign = bench.campaign(bench.catalogue(), id).campaign();
    NotedReply reply = NotedReply.read(campaign, from, on, words, bench.today(campaign));
    try (ActionLog actions = bench.log()) {
      reply.note(actions, campaign.id());
    }
    bench.note("Noted: %s answered on %s.".formatted(from, CampaignWords.day(reply.on())));
    return ExitStatus.DONE;
  }
}
