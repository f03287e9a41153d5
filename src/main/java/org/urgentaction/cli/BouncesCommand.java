package org.urgentaction.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.report.JsonOutput;
import org.urgentaction.returns.Intake;
import org.urgentaction.returns.Intake.Fate;
import org.urgentaction.returns.Mailbox;
import org.urgentaction.returns.Report;
import org.urgentaction.returns.ReportReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua bounces}: what came back, noted with the actions it belongs to. */
@Command(
    name = "bounces",
    sortOptions = false,
    description = {
      "Read what came back and mark the actions it belongs to: delivery reports, complaints,",
      "requests to get no more mail. Messages are only read. Reading them again changes nothing."
    })
final class BouncesCommand implements Callable<Integer> {
  private static final int MOST_LISTED = 200;

  @ParentCommand private UaCommand ua;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "A folder of .eml files, a Maildir, an mbox, or imaps://user@host/INBOX. The password"
              + " comes from UA_IMAP_PASSWORD, UA_IMAP_PASSWORD_COMMAND or a question.")
  private List<String> sources;

  @Option(names = "--dry-run", description = "Note nothing; say what would be noted.")
  private boolean dryRun;

  @Option(
      names = "--move-to",
      paramLabel = "FOLDER",
      description = "Move what is noted to this IMAP folder (default: leave everything).")
  private @Nullable String moveTo;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
  private final List<Intake.Result> listed = new ArrayList<>();
  private int read;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    List<Mailbox> mailboxes = MailboxOptions.mailboxes(bench, sources, dryRun ? null : moveTo);
    Catalogue catalogue = bench.catalogue();
    ReportReader reader = new ReportReader(MailboxOptions.officials(catalogue));
    Set<String> campaigns =
        catalogue.all().stream().map(file -> file.campaign().id()).collect(Collectors.toSet());
    int unread = 0;
    try (ActionLog log = bench.log()) {
      log.recover();
      Intake intake = new Intake(log, campaigns, dryRun);
      for (Mailbox mailbox : mailboxes) {
        unread += mailbox.read((place, bytes) -> take(intake, reader, bytes));
      }
    }
    if (json) {
      bench.terminal().out().println(JsonOutput.of(json(unread)));
    } else {
      print(bench, unread);
    }
    return unread > 0 ? ExitStatus.UNFINISHED : ExitStatus.DONE;
  }

  /** True where the message has done its work and may be moved away. */
  private boolean take(Intake intake, ReportReader reader, InputStream bytes) throws IOException {
    read++;
    Report report = reader.read(bytes);
    Intake.Result result = intake.take(report);
    counts.merge(result.fate(), 1, Integer::sum);
    boolean forAPerson = result.fate() == Fate.FOR_A_PERSON || result.fate() == Fate.ANSWER;
    if (listed.size() < MOST_LISTED && (forAPerson || result.fate() == Fate.BOUNCED)) {
      listed.add(result);
    }
    return result.fate() != Fate.NOT_OURS && !forAPerson;
  }

  private int count(Fate fate) {
    return counts.getOrDefault(fate, 0);
  }

  private void print(Workbench bench, int unread) {
    for (Intake.Result result : listed) {
      bench.terminal().out().println(line(result));
    }
    bench.note(
        "%d read%s: %d bounced%s, %d known already, %d delayed, %d delivered, %d not ours"
            .formatted(
                read,
                unread == 0 ? "" : ", %d could not be read".formatted(unread),
                count(Fate.BOUNCED),
                dryRun ? " (not noted)" : "",
                count(Fate.ALREADY_BOUNCED),
                count(Fate.DELAYED),
                count(Fate.DELIVERED) + count(Fate.FOUND_SENT),
                count(Fate.NOT_OURS)));
    say(bench, Fate.FOUND_SENT, "unknown until now: a report says that it was sent");
    say(bench, Fate.SUPPRESSED, "asked for no more mail: on the suppression list");
    say(bench, Fate.FOR_A_PERSON, "sent by a machine about a letter: no bounce, but look at it");
    say(
        bench,
        Fate.ANSWER,
        "may be an official’s answer: note it with ua log reply ID --from TARGET --on DATE");
  }

  private void say(Workbench bench, Fate fate, String words) {
    if (count(fate) > 0) {
      bench.note("  %d %s".formatted(count(fate), words));
    }
  }

  private static String line(Intake.Result result) {
    ActionRecord action = result.action();
    Report report = result.report();
    String what =
        result.fate() == Fate.BOUNCED
            ? "bounced" + (report.status() == null ? "" : " " + report.status())
            : report.kind() == Report.Kind.OTHER
                ? "answer"
                : report.kind().toString().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return action == null
        ? what
        : "%s  %s → %s  %s  %s"
            .formatted(
                action.id(), action.key().campaign(), action.key().target(), what, report.words())
            .strip();
  }

  /** The fields that other programs may rely on. */
  private Map<String, @Nullable Object> json(int unread) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("read", read);
    fields.put("unreadable", unread);
    fields.put("noted", !dryRun);
    for (Fate fate : Fate.values()) {
      fields.put(fate.name().toLowerCase(java.util.Locale.ROOT), count(fate));
    }
    fields.put("messages", listed.stream().map(BouncesCommand::json).toList());
    return fields;
  }

  private static Map<String, @Nullable Object> json(Intake.Result result) {
    ActionRecord action = result.action();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("action", action == null ? null : action.id());
    fields.put("campaign", action == null ? null : action.key().campaign());
    fields.put("target", action == null ? null : action.key().target());
    fields.put("kind", result.report().kind().name().toLowerCase(java.util.Locale.ROOT));
    fields.put(
        "status", result.report().status() == null ? null : result.report().status().toString());
    fields.put("words", result.report().words());
    return fields;
  }
}
