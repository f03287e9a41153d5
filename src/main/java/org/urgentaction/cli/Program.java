package org.urgentaction.cli;

import java.util.Map;
import java.util.Objects;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** One run of the command line: arguments in, an exit status out. Tests run it as a user would. */
public final class Program {
  private final Map<String, String> environment;
  private final Terminal terminal;

  /**
   * @param environment such as {@code UA_LOG} and {@code HOME}
   */
  public Program(Map<String, String> environment, Terminal terminal) {
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
  }

  /** Runs a command and flushes what it wrote. */
  public int run(String... arguments) {
    UaCommand ua = new UaCommand(environment, terminal);
    CommandLine commandLine =
        new CommandLine(ua)
            .setOut(terminal.out())
            .setErr(terminal.err())
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(terminal.width())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((e, args) -> usageError(e))
            .setExecutionExceptionHandler((e, command, result) -> failure(e, ua));
    int status = commandLine.execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return status;
  }

  private int usageError(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String message = Objects.requireNonNullElse(e.getMessage(), "wrong usage");
    terminal.err().println("ua: " + message.lines().findFirst().orElse(message));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, terminal.err());
    terminal.err().println("See '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    return ExitStatus.INVALID;
  }

  private int failure(Exception e, UaCommand ua) {
    if (e instanceof InvalidInputException invalid) {
      for (Problem problem : invalid.problems()) {
        terminal.err().println((problem.source() == null ? "ua: " : "") + problem);
      }
      return ExitStatus.INVALID;
    }
    if (e instanceof LogUnavailableException unavailable) {
      terminal.err().println(unavailable.problem());
      return ExitStatus.INVALID;
    }
    if (e instanceof RefusedException) {
      terminal.err().println("ua: " + e.getMessage());
      return ExitStatus.REFUSED;
    }
    terminal.err().println("ua: this went wrong inside the program: " + e);
    if (ua.verbose()) {
      e.printStackTrace(terminal.err());
    } else {
      terminal.err().println("Nothing more was done. 'ua -v …' shows where; please report it.");
    }
    return ExitStatus.UNFINISHED;
  }
}
