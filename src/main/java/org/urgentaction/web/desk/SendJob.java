package org.urgentaction.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.letter.BadRowsFile;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.letter.SupporterList;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.Alignment;
import org.urgentaction.sending.Inputs;
import org.urgentaction.sending.SendRun;
import org.urgentaction.sending.SendingSetup;
import org.urgentaction.sending.Writers;

/**
 * One list on its way: read, planned, rehearsed, sent, paused and taken up again, one of these at a
 * time on a thread of its own. Pages ask how it stands; what they ask for in the wrong stage does
 * nothing. Its list and messages are gone once it has ended.
 */
final class SendJob {
  private static final int MESSAGES_KEPT = 300;

  private final String id;
  private final CampaignFile file;
  private final SendChoices choices;
  private final SendMaterials materials;
  private final JobFolder folder;
  private SendStage stage = SendStage.READING;
  private SendResult result = SendResult.NOTHING;
  private @Nullable SendProgress progress;
  private @Nullable SendRun run;
  private @Nullable Thread thread;
  private boolean halted;

  SendJob(
      String id,
      CampaignFile file,
      SendChoices choices,
      SendMaterials materials,
      JobFolder folder) {
    this.id = id;
    this.file = file;
    this.choices = choices;
    this.materials = materials;
    this.folder = folder;
  }

  String id() {
    return id;
  }

  CampaignFile file() {
    return file;
  }

  SendChoices choices() {
    return choices;
  }

  JobFolder folder() {
    return folder;
  }

  synchronized SendStage stage() {
    return stage;
  }

  synchronized SendResult result() {
    return result;
  }

  synchronized Optional<SendProgress.Snapshot> progress() {
    return Optional.ofNullable(progress).map(SendProgress::now);
  }

  /** Reads the list and plans. Call it once. */
  synchronized void start() {
    work(SendStage.REFUSED, this::read);
  }

  void rehearse() {
    begin(Set.of(SendStage.PLANNED, SendStage.REHEARSED), SendStage.REHEARSING, this::rehearseNow);
  }

  /**
   * Sends what was rehearsed, or goes on with what is missing.
   *
   * @param letters how many the coordinator has been told of; false where that is not the number
   */
  boolean send(int letters) {
    synchronized (this) {
      SendResult.Planned planned = result.planned();
      if (stage == SendStage.REHEARSED && (planned == null || planned.letters() != letters)) {
        return false;
      }
    }
    begin(Set.of(SendStage.REHEARSED), SendStage.SENDING, this::sendNow);
    return true;
  }

  void resume() {
    begin(Set.of(SendStage.PAUSED), SendStage.SENDING, this::sendNow);
  }

  /** Stops after the letters in hand. */
  void pause() {
    change(SendStage.SENDING, SendStage.PAUSING);
  }

  /** Ends it after the letters in hand; a rehearsal goes back to its plan. */
  void stop() {
    change(SendStage.SENDING, SendStage.STOPPING);
    change(SendStage.PAUSING, SendStage.STOPPING);
    synchronized (this) {
      if (stage == SendStage.PAUSED) {
        stage = SendStage.ENDED;
        folder.clear();
      }
      if (stage == SendStage.REHEARSING) {
        halt();
      }
    }
  }

  private synchronized void change(SendStage from, SendStage to) {
    if (stage == from) {
      stage = to;
      halt();
    }
  }

  /** Ends the run under way after the letters in hand, or as soon as it begins. */
  private synchronized void halt() {
    halted = true;
    if (run != null) {
      run.stop();
    }
  }

  /** Returns when nothing of it runs any more and nothing of it is left on the disk. */
  void close() throws InterruptedException {
    stop();
    Thread working;
    synchronized (this) {
      working = thread;
    }
    if (working != null) {
      working.join();
    }
    folder.clear();
  }

  private synchronized void begin(Set<SendStage> from, SendStage during, Supplier<SendStage> work) {
    if (from.contains(stage)) {
      SendStage otherwise = during == SendStage.SENDING ? SendStage.PAUSED : stage;
      stage = during;
      run = null;
      halted = false;
      progress = null;
      result = result.with(List.of());
      work(otherwise, work);
    }
  }

  /**
   * @param otherwise the stage after what cannot be done
   */
  private void work(SendStage otherwise, Supplier<SendStage> work) {
    Thread working = new Thread(() -> finish(otherwise, work), "ua sending job");
    thread = working;
    working.start();
  }

  private void finish(SendStage otherwise, Supplier<SendStage> work) {
    List<Problem> problems = List.of();
    SendStage next = otherwise;
    try {
      next = work.get();
    } catch (InvalidInputException e) {
      problems = e.problems().stream().map(folder::withoutPlace).toList();
    } catch (LogUnavailableException e) {
      problems = List.of(e.problem());
    } catch (RuntimeException | Error e) {
      materials.trouble().accept(e);
      problems = List.of(Problem.error(null, "this went wrong inside the program"));
    }
    synchronized (this) {
      result = problems.isEmpty() ? result : result.with(problems);
      stage = stage == SendStage.STOPPING ? SendStage.ENDED : next;
      run = null;
    }
    if (next == SendStage.REFUSED || stage() == SendStage.ENDED) {
      folder.clear();
    }
  }

  private SendStage read() {
    SupporterList list = list();
    try (BadRowsFile bad = new BadRowsFile(folder.list())) {
      ListSurvey survey = list.survey(bad);
      bad.finish();
      set(result().surveyed(survey));
    }
    try (ActionLog log = open()) {
      SendPreparation letters = prepare(log, false);
      set(result().planned(planned(letters, log)));
    }
    return SendStage.PLANNED;
  }

  private SendStage rehearseNow() {
    try (ActionLog log = open()) {
      SendPreparation letters = prepare(log, true);
      SendRun.Rehearsed rehearsed =
          begun(letters).rehearse(folder.emptyRehearsal(), MESSAGES_KEPT, progressOf(letters));
      set(result().rehearsed(rehearsed));
      return rehearsed.summary().stopped() == null ? SendStage.REHEARSED : SendStage.PLANNED;
    }
  }

  private SendStage sendNow() {
    SendingSetup.Door door = materials.setup().door();
    if (door == null) {
      throw new IllegalStateException("there is no server to send through");
    }
    try (ActionLog log = open()) {
      SendPreparation letters = prepare(log, false);
      set(result().planned(planned(letters, log)));
      inputs().note(log);
      Summary summary =
          begun(letters)
              .send(
                  door.server(),
                  door.credentials(),
                  choices.limits(),
                  choices.again(),
                  progressOf(letters));
      boolean asked = wasHalted();
      set(result().sent(summary, asked));
      boolean more =
          (summary.stopped() != null && !asked)
              || summary.deferred() + summary.untouched() + summary.leftOut().passing() > 0;
      return more ? SendStage.PAUSED : SendStage.ENDED;
    }
  }

  private SupporterList list() {
    return new SupporterList(
        folder.list().toString(), choices.safe(), choices.mailbox().needsWritersAddress());
  }

  private Writers writers() {
    ListSurvey survey = result().survey();
    if (survey == null) {
      throw new IllegalStateException("the list has not been read");
    }
    return Writers.of(list(), survey);
  }

  private ActionLog open() {
    ActionLog log = ActionLogs.open(materials.log(), materials.clock());
    log.recover();
    return log;
  }

  private SendPreparation prepare(ActionLog log, boolean rehearsal) {
    boolean any = rehearsal || materials.setup().door() == null;
    return new SendPreparation(
        materials, file, choices, writers(), log, any ? null : choices.limits().hours());
  }

  private SendResult.Planned planned(SendPreparation letters, ActionLog log) {
    SendingSetup.Door door = materials.setup().door();
    return new SendResult.Planned(
        letters.plan(),
        letters.words(),
        door == null ? Map.of() : Alignment.strangers(choices.mailbox(), writers(), door.server()),
        new ArrayList<>(inputs().changes(log)));
  }

  private Inputs inputs() {
    return new Inputs(
        file.campaign().id(), file.path(), materials.setup().templates(), folder.list());
  }

  private synchronized SendRun begun(SendPreparation letters) {
    SendRun begun = letters.run();
    run = begun;
    if (halted) {
      begun.stop();
    }
    return begun;
  }

  private synchronized boolean wasHalted() {
    return halted;
  }

  private synchronized SendProgress progressOf(SendPreparation letters) {
    SendProgress begun = new SendProgress(letters.plan().letters(), System::nanoTime);
    progress = begun;
    return begun;
  }

  private synchronized void set(SendResult now) {
    result = now;
  }
}
