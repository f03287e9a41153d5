package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.dispatch.AlertMail;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendPlanner;
import org.urgentaction.letter.AlertComposer;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.MimeWriter;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Inputs;
import org.urgentaction.sending.OpenGate;
import org.urgentaction.sending.Writers;
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

  @Mixin private SectionOptions section;

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

  @Mixin private SendOptions options;

  @Option(
      names = "--anyway",
      paramLabel = "REASON",
      description = "Pass a shut gate, with the reason that goes into the log.")
  private @Nullable String anyway;

  @Override
  public Integer call() {
    Workbench bench = ua.workbench();
    SmtpServer server = options.server(bench);
    MailAddress tester = options.tester();
    AlertMail.Section from = section(bench);
    CatalogueWatch campaigns = new CatalogueWatch(bench.campaignFolder());
    CampaignFile file = bench.campaign(campaigns.current(), id);
    Campaign campaign = file.campaign();
    Gate.check(campaign, bench.closures(campaigns.current(), campaign), anyway);
    Writers list = new ListReader(bench).read(new SupporterList(supporters, safe, true));
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
            from,
            bench.clock());
    OpenGate gate = new OpenGate(campaigns::current, campaign, bench.clock(), anyway);
    try (Interruption interruption = new Interruption();
        ActionLog log = bench.log()) {
      log.recover();
      AlertQueue queue = new AlertQueue(campaign, list, planner, mail, log.writers(), gate, tester);
      tryOut(queue);
      Clearance clearance =
          tester == null
              ? Clearance.by(log, options.again, null, bench.clock())
              : Clearance.ofTrial(bench.clock());
      SendPlan plan = new SendPlanner(clearance).plan(queue);
      PlanReport planned = new PlanReport(bench, campaign, plan, List.of(), Map.of(), options.pace);
      Inputs inputs =
          new Inputs(
              campaign.id() + " " + SupporterMail.TARGET,
              file.path(),
              bench.templateFolder(),
              Path.of(supporters));
      return list.exitStatus(
          new Sending(bench, options, log, queue, clearance, plan, planned, interruption)
              .run(server, inputs));
    }
  }

  /** What cannot be made is said before anything goes; returns the size of the first message. */
  private static int tryOut(AlertQueue queue) {
    return new MimeWriter().write(queue.iterator().next().compose().get()).length;
  }

  private AlertMail.Section section(Workbench bench) {
    MailAddress from = section.address(bench);
    if (from == null) {
      throw invalid(
          "--section-from",
          "alerts come from a section",
          "give its mailbox, such as \"Section <alerts@section.example>\"");
    }
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
        from, section.extras(bench), "urgent-actions." + from.domain(), unsubscribe, mailbox);
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
