package org.urgentaction.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.EmailAddresses;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Suppression;
import org.urgentaction.log.WriterKey;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.report.JsonOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua suppress}: the addresses that get no mail, and in whose name none is sent. */
@Command(
    name = "suppress",
    description = {
      "Addresses that want no mail. An alert never goes to one of them, no letter goes to one,",
      "and none goes out in its owner's name. The list holds keyed hashes, never addresses."
    })
final class SuppressCommand implements Runnable {
  private static final String TOKEN = "[0-9a-f]{64}";
  private static final int LONGEST_LINE = 1000;

  @ParentCommand private UaCommand ua;

  @Override
  public void run() {
    list(false);
  }

  @Command(name = "add", description = "No more mail to these addresses (or unsubscribe tokens).")
  int add(
      @Parameters(arity = "1..*", paramLabel = "ADDRESS") List<String> addresses,
      @Option(names = "--because", paramLabel = "REASON", description = "Why, for the list.")
          @Nullable String because) {
    String reason = because == null ? "by hand" : because;
    return each("ADDRESS", addresses, log -> hash -> log.suppress(hash, reason), "suppressed");
  }

  @Command(name = "remove", description = "These addresses want mail again.")
  int remove(@Parameters(arity = "1..*", paramLabel = "ADDRESS") List<String> addresses) {
    return each("ADDRESS", addresses, log -> log::allow, "taken off the list");
  }

  @Command(name = "import", description = "Add the addresses or tokens of a file, one a line.")
  int importFile(@Parameters(paramLabel = "FILE") Path file) {
    return each(
        file.toString(), lines(file), log -> hash -> log.suppress(hash, "imported"), "suppressed");
  }

  @Command(name = "list", description = "How many there are, why and since when.")
  int list(@Option(names = "--json", description = "As JSON.") boolean json) {
    Workbench bench = ua.workbench();
    List<Suppression> entries = List.of();
    if (bench.hasLog()) {
      try (ActionLog log = bench.log()) {
        entries = log.suppressions();
      }
    }
    if (json) {
      bench
          .terminal()
          .out()
          .println(JsonOutput.of(entries.stream().map(SuppressCommand::json).toList()));
      return ExitStatus.DONE;
    }
    for (Suppression entry : entries) {
      bench
          .terminal()
          .out()
          .println(
              "%s…  %s  %s"
                  .formatted(
                      entry.addressHash().substring(0, 12),
                      entry.at().toString().substring(0, 10),
                      entry.reason()));
    }
    bench.note(
        entries.isEmpty()
            ? "No address is suppressed."
            : "%d suppressed, under keyed hashes.".formatted(entries.size()));
    return ExitStatus.DONE;
  }

  private static Map<String, @Nullable Object> json(Suppression entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("address_hash", entry.addressHash());
    fields.put("reason", entry.reason());
    fields.put("at", entry.at());
    return fields;
  }

  /** What is done to an address in the log. */
  private interface Deed {
    Consumer<String> in(ActionLog log);
  }

  /** All of them or, where one is no address, none. */
  private int each(String source, List<String> texts, Deed deed, String done) {
    Workbench bench = ua.workbench();
    try (ActionLog log = bench.log()) {
      List<String> hashes = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i).strip();
        int line = source.equals("ADDRESS") ? 0 : i + 1;
        if (!text.isEmpty() && !text.startsWith("#")) {
          hash(log.writers(), text, source, line, hashes, problems);
        }
      }
      if (!problems.isEmpty()) {
        throw new InvalidInputException(problems.subList(0, Math.min(20, problems.size())));
      }
      hashes.forEach(deed.in(log));
      bench.note("%d %s.".formatted(hashes.size(), done));
    }
    return ExitStatus.DONE;
  }

  private static void hash(
      WriterKey key,
      String text,
      String source,
      int line,
      List<String> hashes,
      List<Problem> problems) {
    if (text.toLowerCase(Locale.ROOT).matches(TOKEN)) {
      hashes.add(text.toLowerCase(Locale.ROOT));
      return;
    }
    String fault = EmailAddresses.fault(text);
    if (fault == null) {
      hashes.add(key.hashAddress(text));
    } else {
      problems.add(
          Problem.error(source, line, 0, "this is neither an address nor an unsubscribe token")
              .advise("write one a line, as name@example.org"));
    }
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.length() > LONGEST_LINE) {
          throw new InvalidInputException(
              Problem.error(file.toString(), lines.size() + 1, 0, "this line is no address")
                  .advise("write one address or token a line"));
        }
        lines.add(line);
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(file.toString(), "this file cannot be read as UTF-8 text")
              .advise("look at its path and permissions"));
    }
    return lines;
  }
}
