package org.urgentaction.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Closure;
import org.urgentaction.cli.Terminal.Style;
import org.urgentaction.letter.Languages;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.report.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua show}: a campaign's action sheet in the terminal. */
@Command(name = "show", description = "The action sheet in the terminal.")
final class ShowCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(names = "--lang", paramLabel = "TAG", description = "Show the texts in this language.")
  private @Nullable String language;

  @Option(names = "--json", description = "As JSON, with the keys of a campaign file.")
  private boolean json;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    Catalogue catalogue = bench.catalogue();
    Campaign campaign = bench.campaign(catalogue, id).campaign();
    if (json) {
      bench.terminal().out().println(JsonOutput.of(CampaignJson.of(campaign)));
      return ExitStatus.DONE;
    }
    List<String> responses = Responses.to(bench, campaign.id()).lines();
    ControlWords.byCampaign(bench)
        .getOrDefault(campaign.id(), List.of())
        .forEach(
            word -> bench.terminal().out().println(bench.terminal().styled(Style.YELLOW, word)));
    List<Closure> closures = bench.closures(catalogue, campaign);
    new ActionSheet(bench.terminal(), campaign, language(campaign))
        .print(CampaignWords.timeLeft(campaign, closures, bench.today(campaign)), responses);
    return ExitStatus.DONE;
  }

  private Locale language(Campaign campaign) {
    return language == null
        ? campaign.language()
        : Languages.named(language)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.error("--lang", "\"%s\" is no language".formatted(language))
                            .advise("write a tag such as en, fr or ru")));
  }
}
