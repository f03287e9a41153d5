package org.urgentaction.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.PictureFile;
import org.urgentaction.letter.Letterhead;
import org.urgentaction.letter.WriterField;
import org.urgentaction.letter.WriterProfile;
import org.urgentaction.letter.WriterReader;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua me}: the saved profile of the person who writes. */
@Command(
    name = "me",
    sortOptions = false,
    description = "Show or save who you are, so that it needs no typing again.")
final class MeCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Mixin private WriterOptions writer;

  @Option(names = "--lang", paramLabel = "TAG", description = "The language you write in.")
  private @Nullable String language;

  @Option(
      names = "--letterhead",
      paramLabel = "IMAGE",
      description = "A picture for the top of your letters, PNG or JPEG.")
  private @Nullable Path letterhead;

  @Option(
      names = "--letterhead-alt",
      paramLabel = "TEXT",
      description = "What the letterhead says, for those who hear the letter.")
  private @Nullable String letterheadAlt;

  @Option(
      names = "--ask",
      description = "Ask for all of it, step by step, with what is saved as the usual answers.")
  private boolean ask;

  @Option(names = "--forget", description = "Delete the profile.")
  private boolean forget;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    WriterProfile profile = writer.me == null ? bench.profile() : new WriterProfile(writer.me);
    if (forget) {
      profile.delete();
      bench.note("There is no profile any more at " + profile.source());
      return ExitStatus.DONE;
    }
    Map<WriterField, String> given = writer.given();
    if (language != null) {
      given.put(WriterField.LANGUAGE, language);
    }
    Map<WriterField, String> values =
        profile.exists() ? profile.read() : new EnumMap<>(WriterField.class);
    Letterhead head = letterhead(profile);
    boolean nothingGiven = given.isEmpty() && letterhead == null && letterheadAlt == null;
    if (ask || (nothingGiven && !profile.exists() && isAnybodyThere(bench.terminal()))) {
      given.putAll(new WriterQuestions(values).answers(bench));
      WriterQuestions.removed(given).forEach(values::remove);
    }
    if (!given.isEmpty() || letterhead != null || letterheadAlt != null) {
      values.putAll(given);
      new WriterReader(false)
          .read(values, (field, message) -> Problem.error("--" + field, message));
      profile.write(values, head);
      bench.note("Saved in " + profile.source());
    }
    if (values.isEmpty()) {
      bench.note(
          "Nothing is saved yet. Save yourself with"
              + " ua me --name \"Your Name\" --city Toronto --country CA");
    }
    values.forEach(
        (field, value) -> bench.terminal().out().println("%-9s %s".formatted(field + ":", value)));
    if (head != null) {
      bench.terminal().out().println("%-9s %s".formatted("letterhead:", head.picture()));
    }
    return ExitStatus.DONE;
  }

  /** Whether questions would be answered: a person is there, or a file of answers. */
  private static boolean isAnybodyThere(Terminal terminal) {
    try {
      terminal.in().mark(1);
      boolean answers =
          terminal.interactive() || (terminal.in().ready() && terminal.in().read() >= 0);
      if (!terminal.interactive() && answers) {
        terminal.in().reset();
      }
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The letterhead that the profile keeps from now on. */
  private @Nullable Letterhead letterhead(WriterProfile profile) {
    Letterhead saved = profile.letterhead().orElse(null);
    Path picture = letterhead != null ? letterhead : saved == null ? null : saved.picture();
    if (picture == null) {
      if (letterheadAlt != null) {
        throw new InvalidInputException(
            Problem.error("--letterhead-alt", "there is no letterhead")
                .advise("give --letterhead IMAGE"));
      }
      return null;
    }
    String kept = letterhead != null || saved == null ? "" : saved.alternative();
    if (letterhead != null) {
      PictureFile.read(letterhead);
    }
    return new Letterhead(picture, letterheadAlt != null ? letterheadAlt : kept);
  }
}
