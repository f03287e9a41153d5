package org.urgentaction.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.urgentaction.importing.read.DocumentReader;
import org.urgentaction.importing.recognize.ActionRecognizer;
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

  /**
   * Gives the program its commands: the one that is named where only one can be meant, since
   * looking into them all costs a start more than everything else; all of them otherwise.
   */
  private static CommandLine withCommands(CommandLine ua, String... arguments) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("list", ListCommand::new);
    commands.put("show", ShowCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("new", NewCommand::new);
    commands.put(
        "import",
        () ->
            new ImportCommand(
                file -> new DocumentReader().read(file),
                document -> new ActionRecognizer().recognize(document)));
    commands.put("letter", LetterCommand::new);
    commands.put("bulletin", BulletinCommand::new);
    commands.put("send", SendCommand::new);
    commands.put("pause", PauseCommand::new);
    commands.put("resume", ResumeCommand::new);
    commands.put("cancel", CancelCommand::new);
    commands.put("log", LogCommand::new);
    commands.put("alert", AlertCommand::new);
    commands.put("bounces", BouncesCommand::new);
    commands.put("suppress", SuppressCommand::new);
    commands.put("report", ReportCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("site", SiteCommand::new);
    commands.put("me", MeCommand::new);
    commands.put("help", CommandLine.HelpCommand::new);
    List<String> named = Arrays.stream(arguments).filter(commands::containsKey).distinct().toList();
    boolean one = named.size() == 1 && !named.contains("help");
    commands.forEach(
        (name, command) -> {
          if (!one || named.contains(name)) {
            ua.addSubcommand(name, command.get());
          }
        });
    return ua;
  }

  /** Runs a command and flushes what it wrote. */
  public int run(String... arguments) {
    UaCommand ua = new UaCommand(environment, terminal);
    CommandLine commandLine =
        withCommands(new CommandLine(ua), arguments)
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
