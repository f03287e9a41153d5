package org.urgentaction.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.letter.WriterField;
import org.urgentaction.letter.WriterProfile;
import org.urgentaction.letter.WriterReader;
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
    if (!given.isEmpty()) {
      values.putAll(given);
      new WriterReader(false)
          .read(values, (field, message) -> Problem.error("--" + field, message));
      profile.write(values);
      bench.note("Saved in " + profile.source());
    }
    if (values.isEmpty()) {
      bench.note(
          "Nothing is saved yet. Save yourself with"
              + " ua me --name \"Your Name\" --city Toronto --country CA");
    }
    values.forEach(
        (field, value) -> bench.terminal().out().println("%-9s %s".formatted(field + ":", value)));
    return ExitStatus.DONE;
  }
}
