package org.urgentaction.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.importing.draft.CampaignWriter;
import org.urgentaction.importing.draft.Remarks;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua new}: asks for what a campaign needs and writes its file. */
@Command(
    name = "new",
    sortOptions = false,
    description = {
      "Write a campaign file, step by step. Each answer is a line; they may come from a file or",
      "a pipe as well. Nothing is written before the last one."
    })
final class NewCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description = "File (ending in .yaml) or folder to write to (default: campaigns).")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    refuseTaken(output);
    Map<String, String> answers = new Dialogue(bench).ask(new CampaignQuestions()::next);
    Campaign campaign = new AnsweredCampaign(answers).campaign();
    Path file = file(bench, campaign);
    refuseTaken(file);
    Remarks remarks = new Remarks();
    byte[] bytes = CampaignWriter.write(campaign, remarks).getBytes(StandardCharsets.UTF_8);
    new CampaignReader().read(file.toString(), bytes, CampaignReader.idOf(file));
    OutputFolder.of(file).put(String.valueOf(file.getFileName()), bytes);
    bench.terminal().out().println(file);
    bench.note(
        """
        It has what a letter needs. docs/campaign.md tells what else it may have: a letter of
        its own, further languages, background.
        Next: ua check %s, then ua letter %s"""
            .formatted(file, campaign.id()));
    return ExitStatus.DONE;
  }

  private Path file(Workbench bench, Campaign campaign) {
    Path given = output;
    if (given != null && given.toString().endsWith(".yaml")) {
      return given;
    }
    Path folder = given != null ? given : bench.draftFolder();
    return folder.resolve(campaign.id() + ".yaml");
  }

  private void refuseTaken(@Nullable Path file) {
    if (file != null && !force && Files.isRegularFile(file)) {
      throw new InvalidInputException(
          Problem.error(file.toString(), "there is such a file already")
              .advise("give another name with -o, or replace it with --force"));
    }
  }
}
