package org.urgentaction.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Closure;
import org.urgentaction.campaign.Photo;
import org.urgentaction.dispatch.BulletinFormats;
import org.urgentaction.dispatch.Format;
import org.urgentaction.dispatch.Rendered;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;
import org.urgentaction.document.PictureFile;
import org.urgentaction.letter.BulletinComposer;
import org.urgentaction.letter.BulletinOrder;
import org.urgentaction.letter.Languages;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.typeset.FontLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua bulletin}: the whole Urgent Action as a document. */
@Command(
    name = "bulletin",
    sortOptions = false,
    description = "The whole Urgent Action as a document, to print and to pass on.")
final class BulletinCommand implements Callable<Integer> {
  private static final Set<Format> FORMATS =
      new LinkedHashSet<>(List.of(Format.PDF, Format.DOCX, Format.HTML));

  @ParentCommand private UaCommand ua;

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = "pdf",
      description = "pdf, docx, html; several with commas (default: pdf).")
  private List<String> formats = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "One of the campaign's languages (default: its own).")
  private @Nullable String language;

  @Option(
      names = "--paper",
      paramLabel = "a4|letter",
      description = "The sheet (default: the one usual where the section is).")
  private @Nullable String paper;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "bulletins",
      description = "Folder to write to (default: bulletins).")
  private Path output;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    Set<Format> wanted = formats();
    Catalogue catalogue = bench.catalogue();
    CampaignFile file = bench.campaign(catalogue, id);
    Campaign campaign = file.campaign();
    Locale tag = language(campaign);
    Paper sheet = paper(campaign);
    List<Closure> closures = bench.closures(catalogue, campaign);
    Document bulletin =
        new BulletinComposer(bench.templates())
            .compose(new BulletinOrder(campaign, tag, closures, photo(bench, file)));
    OutputFolder folder = new OutputFolder(output);
    BulletinFormats files = new BulletinFormats(FontLibrary.bundled());
    for (Format format : wanted) {
      Rendered rendered = files.render(bulletin, format, sheet);
      int pages = rendered.pages();
      String remark = pages == 0 ? "" : pages == 1 ? " (1 page)" : " (%d pages)".formatted(pages);
      String name = BulletinFormats.name(campaign, tag, format);
      bench.terminal().out().println(folder.put(name, rendered.bytes()) + remark);
    }
    if (!closures.isEmpty()) {
      bench.note(
          "%s is %s; the bulletin says so at its head."
              .formatted(
                  campaign.id(),
                  CampaignWords.timeLeft(campaign, closures, bench.today(campaign))));
    }
    return ExitStatus.DONE;
  }

  /** The campaign's photo; where its file is missing, the bulletin goes without, and says so. */
  private static @Nullable Picture photo(Workbench bench, CampaignFile file) {
    Photo photo = file.campaign().photo();
    if (photo == null) {
      return null;
    }
    Path picture = file.path().resolveSibling(photo.file());
    if (!Files.isRegularFile(picture)) {
      bench.note("without its photo: there is no " + picture);
      return null;
    }
    return PictureFile.read(picture);
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

  private Paper paper(Campaign campaign) {
    if (paper == null) {
      return Paper.forZone(campaign.zone());
    }
    return switch (paper.strip().toLowerCase(Locale.ROOT)) {
      case "a4" -> Paper.A4;
      case "letter" -> Paper.LETTER;
      default ->
          throw new InvalidInputException(
              Problem.error("--paper", "\"%s\" is no paper known here".formatted(paper))
                  .advise("choose a4 or letter"));
    };
  }

  private Set<Format> formats() {
    Set<Format> wanted = new LinkedHashSet<>();
    for (String format : formats) {
      wanted.add(
          Format.parse(format)
              .filter(FORMATS::contains)
              .orElseThrow(
                  () ->
                      new InvalidInputException(
                          Problem.error(
                                  "--format", "a bulletin has no format \"%s\"".formatted(format))
                              .advise("choose from pdf, docx, html"))));
    }
    return wanted;
  }
}
