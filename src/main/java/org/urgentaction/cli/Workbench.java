package org.urgentaction.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Closure;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.WriterProfile;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogAddress;
import org.urgentaction.log.LogPlace;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * What a command works with, found from options and environment: campaigns, templates, log, time.
 */
final class Workbench {
  private final GlobalOptions options;
  private final Map<String, String> environment;
  private final Terminal terminal;

  Workbench(GlobalOptions options, Map<String, String> environment, Terminal terminal) {
    this.options = options;
    this.environment = environment;
    this.terminal = terminal;
  }

  Terminal terminal() {
    return terminal;
  }

  @Nullable String environment(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** Says something beside the result, unless the user wants quiet. */
  void note(String text) {
    if (!options.quiet) {
      terminal.err().println(text);
    }
  }

  boolean quiet() {
    return options.quiet;
  }

  /** The one clock: as it runs, or standing at noon UTC of the day that was given. */
  Clock clock() {
    String today = options.today != null ? options.today : environment("UA_TODAY");
    if (today == null) {
      return Clock.systemUTC();
    }
    LocalDate day = OptionDate.parse(options.today != null ? "--today" : "UA_TODAY", today);
    return Clock.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  Catalogue catalogue() {
    return Catalogue.load(campaignFolder());
  }

  Path campaignFolder() {
    if (options.campaigns != null) {
      if (!Files.isDirectory(options.campaigns)) {
        throw invalid("--campaigns", "there is no folder " + options.campaigns, "give one that is");
      }
      return options.campaigns;
    }
    Path here = Path.of("campaigns");
    if (Files.isDirectory(here)) {
      return here;
    }
    String home = System.getProperty("ua.home");
    if (home != null && Files.isDirectory(Path.of(home, "campaigns"))) {
      return Path.of(home, "campaigns");
    }
    throw invalid(
        "campaigns",
        "there is no such folder here",
        "give one with --campaigns, or go to its parent");
  }

  /**
   * Where a new campaign file goes: the folder that was named, else {@code campaigns}, else here.
   */
  Path draftFolder() {
    if (options.campaigns != null) {
      return campaignFolder();
    }
    Path here = Path.of("campaigns");
    return Files.isDirectory(here) ? here : Path.of("");
  }

  Templates templates() {
    Path folder = templateFolder();
    return new Templates(folder == null ? TemplateFolder.builtIn() : TemplateFolder.over(folder));
  }

  /** The folder of templates that go before the program's own, or null where there is none. */
  @Nullable Path templateFolder() {
    Path folder = options.templates != null ? options.templates : Path.of("templates");
    return options.templates != null || Files.isDirectory(folder) ? folder : null;
  }

  /** Why nothing more should be sent for a campaign, as of today in its section; empty if open. */
  List<Closure> closures(Catalogue catalogue, Campaign campaign) {
    return catalogue.closures(campaign, today(campaign));
  }

  LocalDate today(Campaign campaign) {
    return LocalDate.now(clock().withZone(campaign.zone()));
  }

  /** A campaign by id or UA number, newest issue. */
  CampaignFile campaign(Catalogue catalogue, String id) {
    return catalogue.find(id);
  }

  /** Whether there is a log to read at all: listing must not make one. */
  boolean hasLog() {
    return logPlace().exists();
  }

  ActionLog log() {
    return ActionLogs.open(logPlace(), clock());
  }

  /**
   * Where the log is: {@code --log}, {@code UA_LOG}, or a file in the data folder. Its writers' key
   * is {@code UA_LOG_KEY}, else beside a file, and beside the profile for a log on a server.
   */
  LogPlace logPlace() {
    String log = options.log != null ? options.log : environment("UA_LOG");
    String key = environment("UA_LOG_KEY");
    if (log != null && LogAddress.onServer(log)) {
      boolean argument = options.log != null;
      return new LogAddress(argument ? "--log" : "UA_LOG", !argument, environment)
          .read(log, key != null ? Path.of(key) : configFolder().resolve("log.key"));
    }
    Path file = log != null ? Path.of(log) : dataFolder().resolve("log.db");
    return key != null ? new LogPlace.InFile(file, Path.of(key)) : LogPlace.file(file);
  }

  /** The saved profile (XDG Base Directory Specification). */
  WriterProfile profile() {
    return new WriterProfile(configFolder().resolve("me.yaml"));
  }

  private Path configFolder() {
    return folder("XDG_CONFIG_HOME", ".config").resolve("ua");
  }

  private Path dataFolder() {
    return folder("XDG_DATA_HOME", ".local/share").resolve("ua");
  }

  private Path folder(String variable, String below) {
    String set = environment(variable);
    if (set != null) {
      return Path.of(set);
    }
    String home = environment("HOME");
    return Path.of(home != null ? home : System.getProperty("user.home")).resolve(below);
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
