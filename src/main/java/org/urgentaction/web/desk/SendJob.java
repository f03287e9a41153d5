package org.urgentaction.web.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.letter.ListSurvey;
import org.urgentaction.log.LogUnavailableException;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.SendRun;

/**
 * One list on its way: read, planned, rehearsed, sent, paused and taken up again, one of these at a
 * time on a thread of its own. Pages ask how it stands; what they ask for in the wrong stage does
 * nothing. Its list and messages are gone once it has ended.
 */
final class SendJob {
  private final String id;
  private final CampaignFile file;
  private final JobFolder folder;
  private final SendSteps steps;
  private final Consumer<Throwable> trouble;
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
    this.folder = folder;
    this.steps = new SendSteps(file, choices, materials, folder);
    this.trouble = materials.trouble();
  }

  String id() {
    return id;
  }

  CampaignFile file() {
    return file;
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
      trouble.accept(e);
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
    ListSurvey survey = steps.survey();
    set(result().surveyed(survey));
    set(result().planned(steps.plan(survey)));
    return SendStage.PLANNED;
  }

  private SendStage rehearseNow() {
    SendRun.Rehearsed rehearsed = steps.rehearse(survey(), this::begun);
    set(result().rehearsed(rehearsed));
    return rehearsed.summary().stopped() == null ? SendStage.REHEARSED : SendStage.PLANNED;
  }

  private SendStage sendNow() {
    Summary summary = steps.send(survey(), planned -> set(result().planned(planned)), this::begun);
    boolean asked = wasHalted();
    set(result().sent(summary, asked));
    boolean more =
        (summary.stopped() != null && !asked)
            || summary.deferred() + summary.untouched() + summary.leftOut().passing() > 0;
    return more ? SendStage.PAUSED : SendStage.ENDED;
  }

  private ListSurvey survey() {
    return Objects.requireNonNull(result().survey(), "the list has not been read");
  }

  private synchronized SendProgress begun(SendRun begun, int letters) {
    run = begun;
    if (halted) {
      begun.stop();
    }
    SendProgress heard = new SendProgress(letters, System::nanoTime);
    progress = heard;
    return heard;
  }

  private synchronized boolean wasHalted() {
    return halted;
  }

  private synchronized void set(SendResult now) {
    result = now;
  }
}
