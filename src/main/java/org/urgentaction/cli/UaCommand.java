package org.urgentaction.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: what its commands share. */
@Command(
    name = "ua",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = picocli.CommandLine.ScopeType.INHERIT,
    description = "Urgent Actions: letters that go out in time, and a log that proves it.",
    synopsisSubcommandLabel = "COMMAND",
    usageHelpAutoWidth = false,
    sortOptions = false,
    footer = {
      "",
      "ID is a campaign's id (ua-31-22-3) or a UA number (31/22), which means its newest issue.",
      "Exit status: 0 done, 1 some of it could not be done now, 2 wrong usage or input,",
      "3 refused by a safety gate."
    })
final class UaCommand implements Runnable {
  @Mixin private GlobalOptions options;

  @Spec private CommandSpec spec;

  private final Map<String, String> environment;
  private final Terminal terminal;

  UaCommand(Map<String, String> environment, Terminal terminal) {
    this.environment = environment;
    this.terminal = terminal;
    this.options = new GlobalOptions();
  }

  /** What every command works with. */
  Workbench workbench() {
    return new Workbench(options, environment, terminal);
  }

  boolean verbose() {
    return options.verbose;
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing, such as 'ua list'");
  }
}
