package org.urgentaction.cli;

import java.util.concurrent.Callable;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ua log verify}: whether the log is as it was written. */
@Command(name = "verify", description = "Find what was altered in the log, or removed from it.")
final class LogVerifyCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    if (!bench.hasLog()) {
      bench.note("Nothing is logged yet in " + bench.logPlace());
      return ExitStatus.DONE;
    }
    try (ActionLog actions = bench.log()) {
      Verification verification = actions.verify();
      verification.findings().forEach(bench.terminal().out()::println);
      bench
          .terminal()
          .out()
          .println(
              "%d actions, %d records in %d chains: %s"
                  .formatted(
                      verification.actions(),
                      verification.records(),
                      verification.chains(),
                      verification.sound() ? "sound" : "NOT SOUND"));
      bench.terminal().out().println("fingerprint " + verification.fingerprint());
      return verification.sound() ? ExitStatus.DONE : ExitStatus.INVALID;
    }
  }
}
