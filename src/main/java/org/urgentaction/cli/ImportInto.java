package org.urgentaction.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.document.LineWrap;
import org.urgentaction.importing.draft.Draft;
import org.urgentaction.importing.draft.Merged;
import org.urgentaction.importing.draft.Merger;
import org.urgentaction.importing.draft.SameAction;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Adds a document to a campaign file that is there, and says what that came to. */
final class ImportInto {
  private final Workbench bench;
  private final String wanted;
  private final @Nullable String reason;

  /**
   * @param wanted an id, a UA number or a file
   * @param reason why it is the same action in spite of what it says, or null
   */
  ImportInto(Workbench bench, String wanted, @Nullable String reason) {
    this.bench = bench;
    this.wanted = wanted;
    this.reason = reason;
  }

  /** Always true: the file could be used before, and can be now. */
  boolean add(Path source, Draft draft) {
    CampaignFile file = file();
    Optional<String> doubt = SameAction.doubt(file.campaign(), draft.campaign());
    if (doubt.isPresent() && reason == null) {
      throw new InvalidInputException(
          Problem.error(source.toString(), doubt.get())
              .advise("import it as a file of its own, or say why it belongs there: --anyway"));
    }
    byte[] before = bytes(file.path());
    Merged merged =
        Merger.merge(file.campaign(), before, draft, String.valueOf(source.getFileName()));
    byte[] after = merged.text().getBytes(StandardCharsets.UTF_8);
    checkNothingLost(file, after);
    OutputFolder.of(file.path()).put(String.valueOf(file.path().getFileName()), after);
    print(source, file.path(), merged);
    return true;
  }

  private CampaignFile file() {
    if (wanted.endsWith(".yaml") || wanted.endsWith(".yml")) {
      return new CampaignReader().read(Path.of(wanted));
    }
    return bench.campaign(bench.catalogue(), wanted);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(file.toString(), "the file cannot be read: " + e.getMessage()));
    }
  }

  /** Reads what is to be written: a file of somebody's own must come out of this unharmed. */
  private static void checkNothingLost(CampaignFile file, byte[] bytes) {
    Campaign before = file.campaign();
    Campaign after = new CampaignReader().read(file.path().toString(), bytes, file.id()).campaign();
    boolean kept =
        after.title().values().entrySet().containsAll(before.title().values().entrySet())
            && after.summary().values().entrySet().containsAll(before.summary().values().entrySet())
            && after.letter().values().entrySet().containsAll(before.letter().values().entrySet())
            && after.asks().values().entrySet().containsAll(before.asks().values().entrySet())
            && after.targets().size() >= before.targets().size()
            && after.copies().size() >= before.copies().size();
    if (!kept) {
      throw new IllegalStateException("adding to " + file.path() + " would change what it says");
    }
  }

  private void print(Path source, Path file, Merged merged) {
    Terminal terminal = bench.terminal();
    if (bench.quiet()) {
      terminal.out().println(file);
      return;
    }
    terminal.out().println(terminal.styled(Terminal.Style.BOLD, source + " → " + file));
    say("new", merged.added());
    say("agrees", merged.agrees());
    say("differs", merged.differs());
    if (!merged.differs().isEmpty()) {
      terminal.out().println("What differs stands in the file as a comment: # check: …");
    }
    terminal.out().println("Next: ua check " + file);
    terminal.out().println();
  }

  private void say(String label, List<String> what) {
    String lead = "  %-9s ".formatted(label);
    int indent = lead.length();
    LineWrap wrap = new LineWrap(Locale.ENGLISH, bench.terminal().width() - indent);
    List<String> lines = what.isEmpty() ? List.of("nothing") : what;
    for (String line : label.equals("differs") ? lines : List.of(String.join(", ", lines))) {
      for (String part : wrap.lines(line)) {
        bench.terminal().out().println(lead + part);
        lead = " ".repeat(indent);
      }
    }
  }
}
