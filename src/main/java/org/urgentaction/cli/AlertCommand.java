package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.dispatch.AlertMail;
import org.urgentaction.dispatch.Batch;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.Ledger;
import org.urgentaction.dispatch.LogLedger;
import org.urgentaction.dispatch.Pace;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.RehearsalLedger;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendPlanner;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.dispatch.TrialLedger;
import org.urgentaction.letter.AlertComposer;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.Extras;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.RehearsalServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.typeset.FontLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ua alert}: a case to every supporter of a list; a rehearsal unless {@code --live}. */
@Command(
    name = "alert",
    sortOptions = false,
    description = {
      "Mail a case to supporters, each in their language with their own letter attached, ready",
      "to sign. Without --live it is a rehearsal that leaves the messages in a folder."
    })
final class AlertCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

  @Option(
      names = "--supporters",
      paramLabel = "FILE",
      required = true,
      description = "The list: CSV or XLSX with columns 'name' and 'email', and others.")
  private String supporters;

  @Option(
      names = "--section-from",
      paramLabel = "ADDRESS",
      description =
          "The section's mailbox, such as \"Section <alerts@section.example>\" (default:"
              + " UA_SECTION_FROM).")
  private @Nullable String sectionFrom;

  @Option(
      names = "--unsubscribe-url",
      paramLabel = "URL",
      description =
          "An https page that takes a POST to leave the list; {token} in it stands for the reader.")
  private @Nullable String unsubscribe;

  @Option(
      names = "--unsubscribe-to",
      paramLabel = "ADDRESS",
      description = "The mailbox for leaving by mail (default: the section's).")
  private @Nullable String unsubscribeTo;

  @Option(names = "--safe", description = "Letters are signed with initials and place only.")
  private boolean safe;

  @Option(names = "--live", description = "Send in earnest, after a question.")
  private boolean live;

  @Option(names = "--yes", description = "Do not ask before sending.")
  private boolean yes;

  @Option(
      names = "--test-to",
      paramLabel = "ADDRESS",
      description = "Send the same messages to this address, your own, instead.")
  private @Nullable String testTo;

  @Mixin private SmtpOptions smtp;

  @Mixin private PaceOptions pace;

  @Option(names = "--again", description = "Try again what a server has refused for good.")
  private boolean again;

  @Option(
      names = "--anyway",
      paramLabel = "REASON",
      description = "Pass a shut gate, with the reason that goes into the log.")
  private @Nullable String anyway;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "rehearsal",
      description = "Folder for a rehearsal's messages (default: rehearsal).")
  private Path output;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    if (live && testTo != null) {
      throw invalid("--test-to", "a test and a live send exclude each other", "choose one");
    }
    SmtpServer server = live || testTo != null ? smtp.server(bench) : null;
    pace.keepTo(server == null ? null : smtp.provider(server).orElse(null));
    MailAddress tester = testTo == null ? null : MailAddress.of("--test-to", null, testTo);
    AlertMail.Section section = section(bench);
    CatalogueWatch campaigns = new CatalogueWatch(bench.campaignFolder());
    Campaign campaign = bench.campaign(campaigns.current(), id).campaign();
    Gate.check(campaign, bench.closures(campaigns.current(), campaign), anyway);
    List<Writer> list = new SupporterList(supporters, safe, true).read();
    Templates templates = bench.templates();
    LetterComposer composer = new LetterComposer(templates);
    LetterPlanner planner =
        new LetterPlanner(
            campaign, new LetterChoices(List.of(), null, null, null, bench.today(campaign)));
    AlertMail mail =
        new AlertMail(
            composer,
            new AlertComposer(templates),
            new PressRoom(FontLibrary.bundled(), composer, false),
            section,
            bench.clock());
    Supplier<Optional<String>> gate = () -> closed(bench, campaigns, campaign);
    try (Interruption interruption = new Interruption();
        ActionLog log = bench.log()) {
      log.recover();
      AlertQueue queue =
          new AlertQueue(campaign, list, planner, mail, log.writers(), gate, anyway, tester);
      tryOut(queue);
      Clearance clearance =
          tester == null
              ? Clearance.by(log, again, null, bench.clock())
              : Clearance.ofTrial(bench.clock());
      SendPlan plan = new SendPlanner(clearance).plan(queue);
      say(bench, campaign, plan);
      if (plan.letters() == 0) {
        bench.note("Nobody is left to write to.");
        return Summary.ofNothing(plan).exitStatus();
      }
      return server == null
          ? rehearse(bench, log, clearance, plan, queue, interruption)
          : send(bench, log, clearance, plan, queue, server, interruption);
    }
  }

  /** What cannot be made is said before anything goes; returns the size of the first message. */
  private static int tryOut(AlertQueue queue) {
    return new MimeWriter().write(queue.iterator().next().compose().get()).length;
  }

  private AlertMail.Section section(Workbench bench) {
    String given = sectionFrom != null ? sectionFrom : bench.environment("UA_SECTION_FROM");
    if (given == null) {
      throw invalid(
          "--section-from",
          "alerts come from a section",
          "give its mailbox, such as \"Section <alerts@section.example>\"");
    }
    MailAddress from = MailAddress.parse("--section-from", given);
    if (unsubscribe != null
        && !(unsubscribe.startsWith("https://") && unsubscribe.contains("{token}"))) {
      throw invalid(
          "--unsubscribe-url",
          "this is no https address with a {token} in it",
          "write it as https://section.example/leave/{token}");
    }
    MailAddress mailbox =
        unsubscribeTo == null ? from : MailAddress.of("--unsubscribe-to", null, unsubscribeTo);
    return new AlertMail.Section(
        from, Extras.none(), "urgent-actions." + from.domain(), unsubscribe, mailbox);
  }

  private static void say(Workbench bench, Campaign campaign, SendPlan plan) {
    bench.note("Plan for %s: %d to supporters".formatted(campaign.id(), plan.letters()));
    plan.byLanguage()
        .forEach((language, count) -> bench.note("  %6d  in %s".formatted(count, language)));
    plan.leftOut()
        .groups()
        .forEach(group -> bench.note("  left out %d: %s".formatted(group.count(), group.words())));
    bench.note("");
  }

  private int rehearse(
      Workbench bench,
      ActionLog log,
      Clearance clearance,
      SendPlan plan,
      AlertQueue queue,
      Interruption interruption) {
    try (RehearsalServer inside = RehearsalServer.start()) {
      SendReport report = new SendReport(bench, false);
      RehearsalLedger ledger = new RehearsalLedger(log, inside, output);
      Summary summary =
          run(
              new Batch(
                  ledger,
                  () ->
                      new SmtpConnection(inside.address(), () -> new char[0], SmtpTimeouts.usual()),
                  clearance,
                  PaceOptions.ofRehearsal(bench.clock()),
                  report),
              report,
              plan,
              queue,
              interruption);
      report.rehearsed(summary, ledger.written(), ledger.files(), output);
      return summary.exitStatus();
    }
  }

  private int send(
      Workbench bench,
      ActionLog log,
      Clearance clearance,
      SendPlan plan,
      AlertQueue queue,
      SmtpServer server,
      Interruption interruption) {
    if (live && !yes) {
      new Confirmation(bench).ask(plan.letters(), server);
    }
    Ledger ledger = live ? new LogLedger(log, again, bench.clock()) : new TrialLedger();
    SendReport report = new SendReport(bench, false);
    Pace speed = pace.pace(log, server, bench.clock());
    try (Credentials credentials = SmtpOptions.credentials(bench, server)) {
      Summary summary =
          run(
              new Batch(
                  ledger,
                  () -> new SmtpConnection(server, credentials, SmtpTimeouts.usual()),
                  clearance,
                  speed,
                  report),
              report,
              plan,
              queue,
              interruption);
      report.sent(summary, live);
      return summary.exitStatus();
    }
  }

  private static Summary run(
      Batch batch, SendReport report, SendPlan plan, AlertQueue queue, Interruption interruption) {
    interruption.stopBy(batch::stop);
    try (report) {
      return batch.run(plan, queue);
    }
  }

  private Optional<String> closed(Workbench bench, CatalogueWatch campaigns, Campaign campaign) {
    if (anyway != null) {
      return Optional.empty();
    }
    String why =
        bench.closures(campaigns.current(), campaign).stream()
            .map(closure -> CampaignWords.sentence(campaign, closure))
            .collect(Collectors.joining(", and "));
    return why.isEmpty() ? Optional.empty() : Optional.of(why);
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
