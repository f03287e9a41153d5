package org.urgentaction.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.Enclosures;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendPlanner;
import org.urgentaction.dispatch.SendingMailbox;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Inputs;
import org.urgentaction.sending.OpenGate;
import org.urgentaction.sending.Outbox;
import org.urgentaction.sending.Writers;
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

  @Mixin private SendOptions options;

  @Mixin private SenderOptions sender;

  @Option(names = "--attach", description = "Attach each letter as a PDF too.")
  private boolean attach;

  @Mixin private WriterOptions writerOptions;

  @Mixin private LetterOptions letterOptions;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    if (id == null) {
      return check.withoutLetters(bench, options.smtp, options.json);
    }
    SmtpServer server = options.server(bench);
    MailAddress tester = options.tester();
    CatalogueWatch campaigns = new CatalogueWatch(bench.campaignFolder());
    Catalogue catalogue = campaigns.current();
    CampaignFile file = bench.campaign(catalogue, id);
    Campaign campaign = file.campaign();
    refuseNobody(campaign);
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
              campaign,
              composer,
              log,
              new Enclosures(composer, pressRoom, planner, attach),
              planner,
              new OpenGate(campaigns::current, campaign, bench.clock(), letterOptions.anyway),
              mailbox,
              writers,
              tester,
              bench.clock());
      if (check.asked()) {
        return check.run(bench, options.smtp, outbox.samples(), options.json);
      }
      outbox.tryOut();
      if (server != null) {
        SenderOptions.warn(bench, mailbox, writers, server);
      }
      Clearance clearance =
          tester == null
              ? Clearance.by(
                  log,
                  options.again,
                  server == null ? null : options.pace.limits().hours(),
                  bench.clock())
              : Clearance.ofTrial(bench.clock());
      SendPlan plan = new SendPlanner(clearance).plan(outbox);
      PlanReport planned =
          new PlanReport(bench, campaign, plan, outbox.unreachable(), outbox.zones(), options.pace);
      Inputs inputs =
          new Inputs(campaign.id(), file.path(), bench.templateFolder(), writerOptions.list());
      return writers.exitStatus(
          new Sending(bench, options, log, outbox, clearance, plan, planned, interruption)
              .run(server, inputs));
    }
  }

  private static void refuseNobody(Campaign campaign) {
    if (campaign.targets().isEmpty() && campaign.copies().isEmpty()) {
      throw new InvalidInputException(
          Problem.error(campaign.id(), "there is nobody to send to: the campaign names no official")
              .advise(
                  "'ua letter %s' writes an open letter; to mail, add `targets` to its file"
                      .formatted(campaign.id())));
    }
  }
}
