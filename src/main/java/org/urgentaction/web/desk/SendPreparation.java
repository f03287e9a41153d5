package org.urgentaction.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.Enclosures;
import org.urgentaction.dispatch.PressRoom;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.SendPlanner;
import org.urgentaction.dispatch.SendingHours;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.log.ActionLog;
import org.urgentaction.sending.OpenGate;
import org.urgentaction.sending.Outbox;
import org.urgentaction.sending.PlanWords;
import org.urgentaction.sending.SendRun;
import org.urgentaction.sending.Writers;
import org.urgentaction.typeset.FontLibrary;

/** The letters of a list as they stand at this moment: planned, and ready to be sent. */
final class SendPreparation {
  private final SendMaterials materials;
  private final Campaign campaign;
  private final SendChoices choices;
  private final ActionLog log;
  private final Outbox outbox;
  private final Clearance clearance;
  private final SendPlan plan;

  /**
   * Plans the letters.
   *
   * @param hours in which officials get mail; null for any, and for a rehearsal
   */
  SendPreparation(
      SendMaterials materials,
      CampaignFile file,
      SendChoices choices,
      Writers writers,
      ActionLog log,
      @Nullable SendingHours hours) {
    this.materials = materials;
    this.campaign = file.campaign();
    this.choices = choices;
    this.log = log;
    LetterComposer composer = new LetterComposer(materials.templates());
    LetterPlanner planner =
        new LetterPlanner(
            campaign,
            new LetterChoices(
                List.of(), null, null, null, Catalogue.today(materials.clock(), campaign)));
    PressRoom pressRoom = new PressRoom(FontLibrary.bundled(), composer, false);
    this.outbox =
        new Outbox(
            campaign,
            composer,
            log,
            new Enclosures(composer, pressRoom, planner, choices.attach()),
            planner,
            new OpenGate(materials.campaigns(), campaign, materials.clock(), choices.reason()),
            choices.mailbox(),
            writers,
            null,
            materials.clock());
    outbox.tryOut();
    this.clearance = Clearance.by(log, choices.again(), hours, materials.clock());
    this.plan = new SendPlanner(clearance).plan(outbox);
  }

  SendPlan plan() {
    return plan;
  }

  PlanWords words() {
    return new PlanWords(
        campaign, plan, outbox.unreachable(), outbox.zones(), choices.limits(), materials.clock());
  }

  SendRun run() {
    return new SendRun(log, outbox, clearance, plan, materials.clock());
  }
}
