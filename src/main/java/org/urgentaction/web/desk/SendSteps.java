package org.urgentaction.web.desk;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.dispatch.SendListener;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.letter.BadRowsFile;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.sending.Alignment;
import org.urgentaction.sending.Inputs;
import org.urgentaction.sending.SendRun;
import org.urgentaction.sending.SendingSetup;
import org.urgentaction.sending.Writers;

/**
 * What is done with a list, one step after the other, each from its beginning: whoever takes a step
 * has the log open for as long as it lasts, and keeps no letter.
 */
final class SendSteps {
  private static final int MESSAGES_KEPT = 300;

  private final CampaignFile file;
  private final SendChoices choices;
  private final SendMaterials materials;
  private final JobFolder folder;

  SendSteps(CampaignFile file, SendChoices choices, SendMaterials materials, JobFolder folder) {
    this.file = file;
    this.choices = choices;
    this.materials = materials;
    this.folder = folder;
  }

  /** Goes through the list once; its bad rows are put beside it. */
  ListSurvey survey() {
    try (BadRowsFile bad = new BadRowsFile(folder.list())) {
      ListSurvey survey = list().survey(bad);
      bad.finish();
      return survey;
    }
  }

  SendResult.Planned plan(ListSurvey survey) {
    try (ActionLog log = open()) {
      return planned(survey, prepare(survey, log, false), log);
    }
  }

  /**
   * @param begun told of the run and its number of letters before it begins; says who hears of them
   */
  SendRun.Rehearsed rehearse(ListSurvey survey, BiFunction<SendRun, Integer, SendListener> begun) {
    try (ActionLog log = open()) {
      SendPreparation letters = prepare(survey, log, true);
      SendRun run = letters.run();
      return run.rehearse(
          folder.emptyRehearsal(), MESSAGES_KEPT, begun.apply(run, letters.plan().letters()));
    }
  }

  /**
   * Sends what is missing.
   *
   * @param planned told of the plan as it is now
   * @param begun as in {@link #rehearse}
   */
  Summary send(
      ListSurvey survey,
      Consumer<SendResult.Planned> planned,
      BiFunction<SendRun, Integer, SendListener> begun) {
    SendingSetup.Door door = materials.setup().door();
    if (door == null) {
      throw new IllegalStateException("there is no server to send through");
    }
    try (ActionLog log = open()) {
      SendPreparation letters = prepare(survey, log, false);
      planned.accept(planned(survey, letters, log));
      inputs().note(log);
      SendRun run = letters.run();
      return run.send(
          door.server(),
          door.credentials(),
          choices.limits(),
          choices.again(),
          begun.apply(run, letters.plan().letters()));
    }
  }

  private SupporterList list() {
    return new SupporterList(
        folder.list().toString(), choices.safe(), choices.mailbox().needsWritersAddress());
  }

  private ActionLog open() {
    ActionLog log = ActionLogs.open(materials.log(), materials.clock());
    log.recover();
    return log;
  }

  private SendPreparation prepare(ListSurvey survey, ActionLog log, boolean rehearsal) {
    boolean anyHour = rehearsal || materials.setup().door() == null;
    return new SendPreparation(
        materials,
        file,
        choices,
        Writers.of(list(), survey),
        log,
        anyHour ? null : choices.limits().hours());
  }

  private SendResult.Planned planned(ListSurvey survey, SendPreparation letters, ActionLog log) {
    SendingSetup.Door door = materials.setup().door();
    return new SendResult.Planned(
        letters.plan(),
        letters.words(),
        door == null
            ? Map.of()
            : Alignment.strangers(choices.mailbox(), Writers.of(list(), survey), door.server()),
        inputs().changes(log));
  }

  private Inputs inputs() {
    return new Inputs(
        file.campaign().id(), file.path(), materials.setup().templates(), folder.list());
  }
}
