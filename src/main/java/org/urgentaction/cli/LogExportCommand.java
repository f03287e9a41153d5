package org.urgentaction.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.report.ActionExport;
import org.urgentaction.report.ActionFields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ua log export}: every action, for other programs. */
@Command(
    name = "export",
    sortOptions = false,
    description = "Write the log for other programs: a line for each action, nobody's name.")
final class LogExportCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Option(
      names = "--format",
      paramLabel = "csv|jsonl",
      defaultValue = "csv",
      description = "CSV for spreadsheets, or JSON Lines (default: csv).")
  private ActionExport format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "File to write (default: standard output).")
  private @Nullable Path output;

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      split = ",",
      description = "Of these campaigns only; as they are called in the log, or UA numbers.")
  private List<String> campaigns = new ArrayList<>();

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    if (!bench.hasLog()) {
      throw new InvalidInputException(
          Problem.error("--log", "nothing is logged yet in " + bench.logPlace())
              .advise("give the log with --log FILE"));
    }
    try (ActionLog actions = bench.log()) {
      actions.recover();
      Set<String> wanted = new LoggedCampaigns(bench, actions).named(campaigns);
      AtomicLong count = new AtomicLong();
      Consumer<Consumer<Map<String, ?>>> records =
          record ->
              actions.visit(
                  filter(wanted),
                  action -> {
                    if (wanted.isEmpty() || wanted.contains(action.key().campaign())) {
                      record.accept(ActionFields.of(action));
                      count.incrementAndGet();
                    }
                  });
      if (output == null) {
        write(bench, records);
      } else {
        Path file =
            OutputFolder.of(output)
                .put(
                    output.getFileName().toString(),
                    out -> {
                      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                      format.write(text, ActionFields.NAMES, records);
                      text.flush();
                    });
        bench.note("%d actions in %s".formatted(count.get(), file));
      }
    }
    return ExitStatus.DONE;
  }

  private static ActionFilter filter(Set<String> wanted) {
    return wanted.size() == 1 ? ActionFilter.of(wanted.iterator().next()) : ActionFilter.all();
  }

  private void write(Workbench bench, Consumer<Consumer<Map<String, ?>>> records) {
    try {
      format.write(bench.terminal().out(), ActionFields.NAMES, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
