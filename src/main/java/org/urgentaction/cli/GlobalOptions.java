package org.urgentaction.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions {
  @Option(
      names = "--campaigns",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of campaign files (default: campaigns, else the program's own).")
  @Nullable Path campaigns;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder of templates that go before the program's own (default: templates).")
  @Nullable Path templates;

  @Option(
      names = "--log",
      paramLabel = "LOG",
      scope = ScopeType.INHERIT,
      description =
          "The action log: a file, or jdbc:postgresql://HOST/DATABASE (default: UA_LOG, else log.db in your data folder).")
  @Nullable String log;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      scope = ScopeType.INHERIT,
      description = "Decide as on this day, such as 2022-05-01 (default: UA_TODAY, else today).")
  @Nullable String today;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Say only what went wrong.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Say more, and where a failure happened.")
  boolean verbose;
}
