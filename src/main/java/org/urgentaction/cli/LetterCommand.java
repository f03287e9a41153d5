package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.dispatch.Format;
import org.urgentaction.fax.FaxResolution;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.log.ActionLog;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Writers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua letter}: letters to print, for one writer or a list. */
@Command(
    name = "letter",
    sortOptions = false,
    description = "Letters to sign, for one writer or a list.")
final class LetterCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Mixin private WriterOptions writerOptions;

  @Mixin private LetterOptions letterOptions;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "pdf",
      description = {
        "pdf, docx, txt, html, eml; fax: pages for a fax machine as PDF, tiff: the same as TIFF;",
        "several with commas (default: pdf)."
      })
  private List<String> formats = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "letters",
      description = "Folder to write to (default: letters).")
  private Path output;

  @Option(names = "--fold-marks", description = "Mark where to fold for a window envelope.")
  private boolean foldMarks;

  @Option(
      names = "--merge",
      description = "One PDF for each official, with all writers' letters, to print.")
  private boolean merge;

  @Option(
      names = "--duplex",
      description = "With --merge: each letter begins on a fresh sheet, printed on both sides.")
  private boolean duplex;

  @Option(
      names = "--fax-resolution",
      paramLabel = "fine|standard",
      defaultValue = "fine",
      description =
          "Lines of a fax: fine (204 x 196 dpi) or standard (204 x 98), for old machines.")
  private String faxResolution;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    Set<Format> wanted = formats();
    if ((merge && !wanted.equals(Set.of(Format.PDF))) || (duplex && !merge)) {
      throw new InvalidInputException(
          merge
              ? Problem.error("--merge", "only PDF files are merged").advise("leave out --format")
              : Problem.error("--duplex", "this is for --merge").advise("give both, or neither"));
    }
    Catalogue catalogue = bench.catalogue();
    Campaign campaign = bench.campaign(catalogue, id).campaign();
    Gate.check(campaign, bench.closures(catalogue, campaign), letterOptions.anyway);
    Writers writers =
        letterOptions.withWords(writerOptions.writers(bench, wanted.contains(Format.EML)));
    LetterComposer composer = new LetterComposer(bench.templates());
    LetterPlanner planner =
        new LetterPlanner(
            campaign,
            letterOptions.choices(
                bench, campaign, composer, writers, writerOptions.letterhead(bench)));
    List<LetterOrder> first = planner.orders(writers.first());
    FaxAdvice faxes = new FaxAdvice(bench, campaign, wanted);
    faxes.beforeLetters(writers, planner);
    boolean complete = true;
    try (ActionLog log = bench.log()) {
      if (merge) {
        new PrintRunFiles(bench, composer, planner, foldMarks, duplex)
            .write(writers, new OutputFolder(output), log, letterOptions.anyway);
      } else {
        LetterFiles files =
            new LetterFiles(bench, composer, planner, wanted, foldMarks, faxResolution());
        files.tryOut(first);
        complete =
            files.write(
                writers,
                writerOptions.isList(),
                new OutputFolder(output),
                log,
                letterOptions.anyway);
      }
    }
    new Advice(bench, campaign, faxes.areAll())
        .afterLetters(composer.compose(first.get(0)), first, writerOptions.isList());
    faxes.afterLetters(first, writerOptions.isList());
    return writers.exitStatus(complete ? ExitStatus.DONE : ExitStatus.UNFINISHED);
  }

  private FaxResolution faxResolution() {
    return switch (faxResolution.strip().toLowerCase(Locale.ROOT)) {
      case "fine" -> FaxResolution.FINE;
      case "standard" -> FaxResolution.STANDARD;
      default ->
          throw new InvalidInputException(
              Problem.error("--fax-resolution", "\"%s\" is no resolution".formatted(faxResolution))
                  .advise("choose fine or standard"));
    };
  }

  private Set<Format> formats() {
    Set<Format> wanted = new LinkedHashSet<>();
    for (String format : formats) {
      wanted.add(
          Format.parse(format)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          Problem.error("--format", "\"%s\" is no format".formatted(format))
                              .advise("choose from " + Format.all()))));
    }
    return wanted;
  }
}
