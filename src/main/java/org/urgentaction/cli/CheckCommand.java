package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.urgentaction.dispatch.CampaignInspection;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua check}: what is wrong or doubtful in campaign files. */
@Command(
    name = "check",
    description = "What is wrong or doubtful in campaign files (default: all in the folder).")
final class CheckCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(paramLabel = "FILE", description = "Campaign files.", arity = "0..*")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--strict", description = "Count warnings as errors.")
  private boolean strict;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    CampaignInspection inspection = new CampaignInspection(bench.templates(), bench.clock());
    List<Problem> problems =
        files.isEmpty() ? inspection.problems(bench.catalogue()) : inspection.problems(files);
    problems.forEach(bench.terminal().out()::println);
    long errors = problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
    long warnings = problems.size() - errors;
    bench.note(
        errors + warnings == 0
            ? "Nothing wrong, nothing doubtful."
            : "%d %s, %d %s"
                .formatted(
                    errors,
                    errors == 1 ? "error" : "errors",
                    warnings,
                    warnings == 1 ? "warning" : "warnings"));
    return errors > 0 || (strict && warnings > 0) ? ExitStatus.INVALID : ExitStatus.DONE;
  }
}
