package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.dispatch.Batch;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.Enclosures;
import org.urgentaction.dispatch.Ledger;
import org.urgentaction.dispatch.LogLedger;
import org.urgentaction.dispatch.Pace;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.RehearsalLedger;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendPlanner;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.dispatch.TrialLedger;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.MailAddress;
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

/** {@code ua send}: letters by email; a rehearsal unless {@code --live}. */
@Command(
    name = "send",
    sortOptions = false,
    description = {
      "Send letters by email. Without --live it is a rehearsal: the messages go through",
      "a real SMTP dialogue to a server inside the program, and no further."
    })
final class SendCommand implements Callable<Integer> {
  @ParentCommand private UaCommand ua;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "A campaign's id or a UA number; --check-server does without.")
  private @Nullable String id;

  @Mixin private CheckOptions check;

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

  @Mixin private SenderOptions sender;

  @Mixin private PaceOptions pace;

  @Option(names = "--attach", description = "Attach each letter as a PDF too.")
  private boolean attach;

  @Option(
      names = "--again",
      description = "Try again what a server has refused for good, and at once what it put off.")
  private boolean again;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "rehearsal",
      description = "Folder for a rehearsal's messages (default: rehearsal).")
  private Path output;

  @Option(names = "--json", description = "Plan and summary, or the check, as JSON.")
  private boolean json;

  @Mixin private WriterOptions writerOptions;

  @Mixin private LetterOptions letterOptions;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    if (id == null) {
      return check.withoutLetters(bench, smtp, json);
    }
    if (live && testTo != null) {
      throw new InvalidInputException(
          Problem.error("--test-to", "a test and a live send exclude each other")
              .advise("leave one of them out"));
    }
    SmtpServer server = live || testTo != null ? smtp.server(bench) : null;
    MailAddress tester = testTo == null ? null : MailAddress.of("--test-to", null, testTo);
    pace.keepTo(server == null ? null : smtp.provider(server).orElse(null));
    pace.connections();
    CatalogueWatch campaigns = new CatalogueWatch(bench.campaignFolder());
    Catalogue catalogue = campaigns.current();
    CampaignFile file = bench.campaign(catalogue, id);
    Campaign campaign = file.campaign();
    Gate.check(campaign, bench.closures(catalogue, campaign), letterOptions.anyway);
    SendingMailbox mailbox = sender.mailbox(bench);
    Writers writers =
        letterOptions.withWords(writerOptions.writers(bench, mailbox.needsWritersAddress()));
    LetterComposer composer = new LetterComposer(bench.templates());
    LetterPlanner planner =
        new LetterPlanner(
            campaign,
            letterOptions.choices(
                bench, campaign, composer, writers, writerOptions.letterhead(bench)));
    try (Interruption interruption = new Interruption();
        ActionLog log = bench.log()) {
      log.recover();
      PressRoom pressRoom = new PressRoom(FontLibrary.bundled(), composer, false);
      Outbox outbox =
          new Outbox(
              bench,
              campaign,
              composer,
              log,
              new Enclosures(composer, pressRoom, planner, attach),
              planner,
              letterOptions.anyway,
              campaigns,
              mailbox,
              writers,
              tester);
      if (check.asked()) {
        return check.run(bench, smtp, outbox.samples(), json);
      }
      outbox.tryOut();
      if (server != null) {
        SenderOptions.warn(bench, mailbox, writers, server);
      }
      Clearance clearance =
          tester == null
              ? Clearance.by(log, again, server == null ? null : pace.hours(), bench.clock())
              : Clearance.ofTrial(bench.clock());
      SendPlan plan = new SendPlanner(clearance).plan(outbox);
      return writers.exitStatus(
          new Sending(bench, file, log, outbox, clearance, plan, interruption).run(server));
    }
  }

  /** One run of the command, with everything it works on. */
  private final class Sending {
    private final Workbench bench;
    private final CampaignFile file;
    private final ActionLog log;
    private final Outbox outbox;
    private final Clearance clearance;
    private final SendPlan plan;
    private final PlanReport planned;
    private final Interruption interruption;

    Sending(
        Workbench bench,
        CampaignFile file,
        ActionLog log,
        Outbox outbox,
        Clearance clearance,
        SendPlan plan,
        Interruption interruption) {
      this.bench = bench;
      this.interruption = interruption;
      this.file = file;
      this.log = log;
      this.outbox = outbox;
      this.clearance = clearance;
      this.plan = plan;
      this.planned = new PlanReport(bench, file.campaign(), plan, outbox, pace);
    }

    int run(@Nullable SmtpServer server) {
      planned.print();
      boolean later = pace.waits() && plan.leftOut().passing() > 0;
      if (plan.letters() == 0 && !later) {
        bench.note("Nothing is left to send now.");
        Summary nothing = Summary.ofNothing(plan);
        print(nothing);
        return nothing.exitStatus();
      }
      return server == null ? rehearse() : send(server);
    }

    private int rehearse() {
      try (RehearsalServer inside = RehearsalServer.start()) {
        SendReport report = new SendReport(bench, json);
        RehearsalLedger ledger = new RehearsalLedger(log, inside, output);
        Summary summary =
            run(
                ledger,
                () -> new SmtpConnection(inside.address(), () -> new char[0], SmtpTimeouts.usual()),
                PaceOptions.ofRehearsal(bench.clock()),
                report);
        report.rehearsed(summary, ledger.written(), ledger.files(), output);
        print(summary);
        return summary.exitStatus();
      }
    }

    private int send(SmtpServer server) {
      if (live) {
        confirm(server);
      }
      Ledger ledger = live ? new LogLedger(log, again, bench.clock()) : new TrialLedger();
      SendReport report = new SendReport(bench, json);
      try (Credentials credentials = SmtpOptions.credentials(bench, server)) {
        Summary summary =
            run(
                ledger,
                () -> new SmtpConnection(server, credentials, SmtpTimeouts.usual()),
                pace.pace(log, server, bench.clock()),
                report);
        report.sent(summary, live);
        print(summary);
        return summary.exitStatus();
      }
    }

    /** Says what has changed since the last run, and asks. */
    private void confirm(SmtpServer server) {
      String campaign = file.campaign().id();
      Inputs inputs = new Inputs(file.path(), bench.templateFolder(), writerOptions.list());
      inputs.changes(log, campaign).forEach(change -> bench.note("Note: " + change + "."));
      if (!yes) {
        new Confirmation(bench).ask(plan.letters() + plan.leftOut().passing(), server);
      }
      inputs.note(log, campaign);
    }

    private Summary run(
        Ledger ledger, Supplier<SmtpConnection> connections, Pace speed, SendReport report) {
      Batch batch = new Batch(ledger, connections, clearance, speed, report);
      interruption.stopBy(batch::stop);
      try (report) {
        return batch.run(plan, outbox);
      }
    }

    private void print(Summary summary) {
      if (json) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("plan", planned.json());
        fields.put("summary", SendReport.json(summary));
        bench.terminal().out().println(JsonOutput.of(fields));
      }
      bench.terminal().out().flush();
      bench.terminal().err().flush();
    }
  }
}
