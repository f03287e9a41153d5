package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.dispatch.Batch;
import org.urgentaction.dispatch.Enclosures;
import org.urgentaction.dispatch.Ledger;
import org.urgentaction.dispatch.LogLedger;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.RehearsalLedger;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.dispatch.TrialLedger;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.log.ActionLog;
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

  @Parameters(paramLabel = "ID", description = "A campaign's id or a UA number.")
  private String id;

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

  @Option(names = "--attach", description = "Attach each letter as a PDF too.")
  private boolean attach;

  @Option(names = "--again", description = "Try again what a server has refused for good.")
  private boolean again;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      defaultValue = "rehearsal",
      description = "Folder for a rehearsal's messages (default: rehearsal).")
  private Path output;

  @Mixin private WriterOptions writerOptions;

  @Mixin private LetterOptions letterOptions;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    if (live && testTo != null) {
      throw invalid("--test-to", "a test and a live send exclude each other");
    }
    SmtpServer server = live || testTo != null ? smtp.server(bench) : null;
    MailAddress tester = testTo == null ? null : MailAddress.of("--test-to", null, testTo);
    CatalogueWatch campaigns = new CatalogueWatch(bench.campaignFolder());
    Catalogue catalogue = campaigns.current();
    Campaign campaign = bench.campaign(catalogue, id).campaign();
    Gate.check(campaign, bench.closures(catalogue, campaign), letterOptions.anyway);
    Writers writers = letterOptions.withWords(writerOptions.writers(bench, true));
    LetterComposer composer = new LetterComposer(bench.templates());
    LetterPlanner planner =
        new LetterPlanner(
            campaign,
            letterOptions.choices(
                bench, campaign, composer, writers, writerOptions.letterhead(bench)));
    try (ActionLog log = bench.log()) {
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
              campaigns);
      SendPlan plan = outbox.plan(writers, again, tester);
      SendReport report = new SendReport(bench, campaign);
      report.plan(plan, outbox.unreachable());
      if (plan.letters().isEmpty()) {
        return writers.exitStatus(report.nothingToSend(plan));
      }
      int status =
          server == null ? rehearse(log, plan, report) : send(bench, log, plan, report, server);
      return writers.exitStatus(status);
    }
  }

  private int rehearse(ActionLog log, SendPlan plan, SendReport report) {
    try (RehearsalServer server = RehearsalServer.start();
        SmtpConnection connection =
            new SmtpConnection(server.address(), () -> new char[0], SmtpTimeouts.usual())) {
      RehearsalLedger ledger = new RehearsalLedger(log, server, output);
      Summary summary = run(ledger, connection, plan, report);
      report.rehearsed(summary, ledger.files(), output);
      return summary.exitStatus();
    }
  }

  private int send(
      Workbench bench, ActionLog log, SendPlan plan, SendReport report, SmtpServer server) {
    if (live && !yes) {
      new Confirmation(bench).ask(plan.letters().size(), server);
    }
    Ledger ledger = live ? new LogLedger(log, again) : new TrialLedger();
    try (SmtpConnection connection =
        new SmtpConnection(
            server, () -> SmtpOptions.password(bench, server), SmtpTimeouts.usual())) {
      Summary summary = run(ledger, connection, plan, report);
      report.sent(summary, live);
      return summary.exitStatus();
    }
  }

  private static Summary run(
      Ledger ledger, SmtpConnection connection, SendPlan plan, SendReport report) {
    Batch batch = new Batch(ledger, connection, report);
    try (Interruption interruption = new Interruption(batch::stop)) {
      return interruption.guarded(() -> batch.run(plan));
    } finally {
      report.close();
    }
  }

  private static InvalidInputException invalid(String source, String message) {
    return new InvalidInputException(
        Problem.error(source, message).advise("leave one of them out"));
  }
}
