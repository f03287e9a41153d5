package org.urgentaction.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.draft.Draft;
import org.urgentaction.importing.draft.Drafter;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.report.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua import}: an Urgent Action as issued becomes a campaign file to look over. */
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Make a campaign file of an Urgent Action as it was issued (.docx, .pdf, .html, .txt).",
      "What is doubtful is marked in it; what the document does not hold is left out."
    })
final class ImportCommand implements Callable<Integer> {
  private final Function<Path, IssuedDocument> reader;
  private final Function<IssuedDocument, Findings> recognizer;

  @ParentCommand private UaCommand ua;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Documents, each an Urgent Action.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE|DIR",
      description = "File (ending in .yaml) or folder to write to (default: campaigns).")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace a file that is there.")
  private boolean force;

  @Option(names = "--json", description = "Print the campaigns as JSON and write nothing.")
  private boolean json;

  @Option(
      names = "--into",
      paramLabel = "CAMPAIGN",
      description =
          "Add the document to this campaign (id, number or file): another section's version.")
  private @Nullable String into;

  @Option(
      names = "--anyway",
      paramLabel = "REASON",
      description = "With --into: it is the same action, whatever its number or country says.")
  private @Nullable String anyway;

  /**
   * @param reader of a document's lines
   * @param recognizer of the action in them
   */
  ImportCommand(
      Function<Path, IssuedDocument> reader, Function<IssuedDocument, Findings> recognizer) {
    this.reader = reader;
    this.recognizer = recognizer;
  }

  /** A document that could be read, with what it says. */
  private record Import(Path file, Findings findings, Draft draft) {}

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    checkOptions();
    List<Import> done = new ArrayList<>();
    List<Boolean> usable = new ArrayList<>();
    int failed = 0;
    for (Path file : files) {
      try {
        Import read = read(file);
        if (!json) {
          usable.add(into == null ? write(bench, read) : add(bench, into, read));
        }
        done.add(read);
      } catch (InvalidInputException e) {
        failed++;
        e.problems().forEach(problem -> bench.terminal().err().println(problem));
      }
    }
    if (json && !done.isEmpty()) {
      List<Map<String, @Nullable Object>> campaigns = done.stream().map(this::json).toList();
      bench
          .terminal()
          .out()
          .println(JsonOutput.of(files.size() == 1 ? campaigns.get(0) : campaigns));
    }
    if (done.isEmpty()) {
      return ExitStatus.INVALID;
    }
    return failed > 0 || usable.contains(false) ? ExitStatus.UNFINISHED : ExitStatus.DONE;
  }

  private void checkOptions() {
    if (json && (output != null || into != null)) {
      throw invalid("--json", "it writes no file", "leave out --json, or -o and --into");
    }
    if (into != null && output != null) {
      throw invalid("-o", "--into says where the document goes", "leave one of them out");
    }
    if (anyway != null && into == null) {
      throw invalid("--anyway", "this is for --into", "give both, or neither");
    }
    if (output != null && isCampaignFile(output) && files.size() > 1) {
      throw invalid("-o", "several documents do not go into one file", "give a folder");
    }
  }

  private Import read(Path file) {
    IssuedDocument document = reader.apply(file);
    Findings findings = recognizer.apply(document);
    return new Import(
        file,
        findings,
        Drafter.draft(findings, String.valueOf(file.getFileName()), document.title()));
  }

  /** Whether the file that was written can be used as it is. */
  private boolean write(Workbench bench, Import read) {
    Path target = target(bench, read.draft());
    String text = read.draft().text();
    if (!force && Files.exists(target)) {
      throw invalid(
          read.file().toString(),
          "there is a file " + target + " already",
          "add to it with --into %s, replace it with --force, or give another name with -o"
              .formatted(CampaignReader.idOf(target)));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Problem> wrong = wrong(target, bytes);
    if (!wrong.isEmpty() && read.draft().unusable().isEmpty()) {
      throw new InvalidInputException(wrong);
    }
    OutputFolder.of(target).put(String.valueOf(target.getFileName()), bytes);
    new ImportReview(bench, read.file(), read.draft()).print(target, bytes, wrong);
    return wrong.isEmpty();
  }

  private static List<Problem> wrong(Path target, byte[] bytes) {
    try {
      new CampaignReader().read(target.toString(), bytes, CampaignReader.idOf(target));
      return List.of();
    } catch (InvalidInputException e) {
      return e.problems();
    }
  }

  private boolean add(Workbench bench, String campaign, Import read) {
    return new ImportInto(bench, campaign, anyway).add(read.file(), read.draft());
  }

  private Path target(Workbench bench, Draft draft) {
    Path given = output;
    if (given != null && isCampaignFile(given)) {
      return given;
    }
    Path folder = given != null ? given : bench.draftFolder();
    return folder.resolve(draft.campaign().id() + ".yaml");
  }

  private static boolean isCampaignFile(Path path) {
    String name = path.toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && !Files.isDirectory(path);
  }

  /** The keys that the file would have: nothing that nobody found. */
  private Map<String, @Nullable Object> json(Import read) {
    Map<String, @Nullable Object> campaign = CampaignJson.of(read.draft().campaign());
    campaign.remove("zone");
    if (read.findings().issue() == null) {
      campaign.remove("issue");
    }
    if (read.draft().campaign().country().isEmpty()) {
      campaign.remove("country");
    }
    return campaign;
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
