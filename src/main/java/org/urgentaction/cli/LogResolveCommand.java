package org.urgentaction.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua log resolve}: a person's word on what became of a message. */
@Command(name = "resolve", description = "Say what became of an action that is unknown.")
final class LogResolveCommand implements Callable<Integer> {
  @ParentCommand private LogCommand log;

  @Parameters(
      arity = "0..*",
      paramLabel = "ACTION",
      description = "Ids of actions, or how they begin.")
  private List<String> ids = List.of();

  @ArgGroup(multiplicity = "1")
  private Word word;

  /** What the person says. */
  private static final class Word {
    @Option(names = "--sent", description = "It arrived, or was accepted.")
    private boolean sent;

    @Option(names = "--not-sent", description = "It did not; the next run sends it.")
    private boolean notSent;

    @Option(
        names = "--found-in",
        paramLabel = "SOURCE",
        description =
            "Those whose messages lie in this mailbox were sent: a folder, Maildir, mbox or"
                + " imaps://user@host/Sent.")
    private List<String> foundIn = List.of();

    @Option(names = "--failed", description = "It did not, and is not to be sent again.")
    private boolean failed;

    ActionState state() {
      if (sent) {
        return ActionState.SENT;
      }
      return failed ? ActionState.FAILED : ActionState.CLAIMED;
    }
  }

  @Override
  public Integer call() {
    Workbench bench = log.workbench();
    if (word.foundIn.isEmpty() == ids.isEmpty()) {
      throw new InvalidInputException(
          Problem.error(
                  "ACTION",
                  ids.isEmpty()
                      ? "which action?"
                      : "a mailbox speaks for all that is unknown: no ACTION goes with it")
              .advise("'ua log --state unknown' lists those that wait for a word"));
    }
    ActionState state = word.state();
    try (ActionLog actions = bench.log()) {
      actions.recover();
      if (!word.foundIn.isEmpty()) {
        return new FoundSent(bench).resolve(actions, word.foundIn);
      }
      List<ActionRecord> found = ids.stream().map(id -> one(actions, id)).toList();
      for (ActionRecord action : found) {
        ActionRecord resolved = actions.resolve(action.id(), state);
        bench.note(
            "%s: %s".formatted(resolved.id(), word.notSent ? "free to be sent" : resolved.state()));
      }
    }
    return ExitStatus.DONE;
  }

  private static ActionRecord one(ActionLog actions, String id) {
    List<ActionRecord> found = actions.findByPrefix(id);
    if (found.size() != 1) {
      throw new InvalidInputException(
          Problem.error(
                  "ACTION",
                  found.isEmpty()
                      ? "no action's id begins with \"%s\"".formatted(id)
                      : "%d actions' ids begin with \"%s\"".formatted(found.size(), id))
              .advise("'ua log --state unknown' lists those that wait for a word"));
    }
    return found.get(0);
  }
}
