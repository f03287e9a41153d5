package org.urgentaction.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.letter.Languages;
import org.urgentaction.log.ActionLog;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.report.AuthoritiesText;
import org.urgentaction.report.Labels;
import org.urgentaction.report.Report;
import org.urgentaction.report.ReportFiles;
import org.urgentaction.report.ReportFormat;
import org.urgentaction.report.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua report}: totals of what was done, and of nobody in particular. */
@Command(
    name = "report",
    sortOptions = false,
    description = "Totals by campaign, target, channel, language, country and day.")
final class ReportCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(arity = "0..1", paramLabel = "ID", description = "Of this campaign only.")
  private @Nullable String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "text, csv (every number, for spreadsheets), json, svg or png (a chart); with --for:",
        "text, html, docx or pdf (default: as the file's name ends, else text)."
      })
  private @Nullable ReportFormat format;

  @Option(names = "--json", description = "As JSON; the same as --format json.")
  private boolean json;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "File to write (default: standard output).")
  private @Nullable Path output;

  @Option(
      names = "--for",
      paramLabel = "authorities",
      description = "A text to send to the authorities: numbers and requests, no names.")
  private @Nullable Reader reader;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "With --for: a language of the campaign (default: its own).")
  private @Nullable String language;

  /** For whom a report can be. */
  private enum Reader {
    AUTHORITIES
  }

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    ReportFormat wanted = format();
    if (wanted.forAuthorities() == (reader == null) && wanted != ReportFormat.TEXT) {
      throw new InvalidInputException(
          Problem.error(
                  "--format",
                  "%s is %s --for authorities".formatted(wanted, reader == null ? "only" : "not"))
              .advise("choose from " + ReportFormat.named(reader != null)));
    }
    if (wanted.binary() && output == null) {
      throw new InvalidInputException(
          Problem.error("--format", "%s is no text".formatted(wanted))
              .advise("give a file to write with -o"));
    }
    Map<String, Campaign> files = campaigns(bench);
    Set<String> ids = new TreeSet<>();
    Report report = report(bench, ids);
    files.keySet().retainAll(ids);
    byte[] content =
        reader == null
            ? content(
                bench.terminal(),
                id == null ? null : ids.iterator().next(),
                new Labels(files),
                report,
                wanted)
            : new AuthoritiesText(bench.templates(), campaign(bench), language(), report)
                .write(wanted);
    if (output == null) {
      bench.terminal().out().print(new String(content, StandardCharsets.UTF_8));
    } else {
      bench.note("" + OutputFolder.of(output).put(output.getFileName().toString(), content));
    }
    return ExitStatus.DONE;
  }

  private ReportFormat format() {
    if (json) {
      return ReportFormat.JSON;
    }
    if (format != null) {
      return format;
    }
    return output == null ? ReportFormat.TEXT : ReportFormat.ofFile(output);
  }

  /** The campaigns whose files are there; a report needs none of them. */
  private static Map<String, Campaign> campaigns(Workbench bench) {
    Map<String, Campaign> campaigns = new HashMap<>();
    try {
      for (CampaignFile file : bench.catalogue().all()) {
        campaigns.put(file.campaign().id(), file.campaign());
      }
    } catch (InvalidInputException e) {
      e.problems().forEach(problem -> bench.note(problem.toString()));
    }
    return campaigns;
  }

  private Campaign campaign(Workbench bench) {
    if (id == null) {
      throw new InvalidInputException(
          Problem.error("--for", "which campaign?").advise("give its id or UA number"));
    }
    return bench.campaign(bench.catalogue(), id).campaign();
  }

  private @Nullable Locale language() {
    return language == null
        ? null
        : Languages.named(language)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Problem.error("--lang", "\"%s\" is no language".formatted(language))
                            .advise("write a tag such as en, fr or ru")));
  }

  private byte[] content(
      Terminal terminal,
      @Nullable String campaign,
      Labels labels,
      Report report,
      ReportFormat wanted) {
    return wanted == ReportFormat.TEXT && output == null
        ? text(terminal, labels, report).getBytes(StandardCharsets.UTF_8)
        : new ReportFiles(labels.title(campaign), labels, report).write(wanted);
  }

  /** To be read at once: as wide as the terminal, and drawn where somebody is watching. */
  private static String text(Terminal terminal, Labels labels, Report report) {
    boolean watched = terminal.interactive();
    StringBuilder text = new StringBuilder();
    for (TextReport.Part part : new TextReport(labels, terminal.width(), watched).parts(report)) {
      text.append(text.length() == 0 ? "" : "\n");
      text.append(watched ? terminal.styled(Terminal.Style.BOLD, part.heading()) : part.heading());
      part.lines().forEach(line -> text.append('\n').append(line));
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * @param ids those of the campaigns in it are added
   */
  private Report report(Workbench bench, Set<String> ids) {
    if (!bench.hasLog()) {
      if (id != null) {
        ids.add(bench.campaign(bench.catalogue(), id).id());
      }
      return new Report(List.of(), List.of());
    }
    try (ActionLog log = bench.log()) {
      log.recover();
      LoggedCampaigns logged = new LoggedCampaigns(bench, log);
      ids.addAll(id == null ? logged.all() : logged.named(List.of(id)));
      return Report.of(log, ids);
    }
  }
}
