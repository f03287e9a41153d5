package org.urgentaction.web.desk;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.SendListener;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;

/** How far a run has come, told to it by the run and read by pages. */
final class SendProgress implements SendListener {
  private static final int LAST = 12;
  private static final int ENOUGH_TO_RECKON = 5;
  private static final double NANOS_A_SECOND = 1e9;

  private final LongSupplier nanoTime;
  private final long begun;
  private final Deque<Line> last = new ArrayDeque<>();
  private int done;
  private int total;
  private @Nullable Instant waitingUntil;
  private String why = "";

  /** What became of a letter; its name is its phrase's. */
  enum Fate {
    ACCEPTED,
    REJECTED,
    DEFERRED,
    UNKNOWN,
    UNUSABLE,
    LEFT_OUT
  }

  /**
   * One letter.
   *
   * @param writer the writer's place in the list
   * @param words the server's, or why it was left out; often empty
   */
  record Line(int writer, String target, Fate fate, String words) {}

  /**
   * All that a page says of it.
   *
   * @param aMinute letters a minute so far, where that can be reckoned
   * @param secondsLeft at this rate
   * @param last letters, the newest first
   */
  record Snapshot(
      int done,
      int total,
      Optional<Long> aMinute,
      Optional<Long> secondsLeft,
      Optional<Instant> waitingUntil,
      String why,
      List<Line> last) {
    Snapshot {
      last = List.copyOf(last);
    }
  }

  /**
   * @param total letters in the plan
   * @param nanoTime as {@link System#nanoTime}
   */
  SendProgress(int total, LongSupplier nanoTime) {
    this.total = total;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  @Override
  public synchronized void delivered(
      Assignment assignment, WrittenMessage message, Delivery delivery, int done, int total) {
    Line line;
    String target = assignment.key().target();
    int writer = assignment.number();
    if (delivery instanceof Delivery.Accepted) {
      line = new Line(writer, target, Fate.ACCEPTED, "");
    } else if (delivery instanceof Delivery.Rejected rejected) {
      line = new Line(writer, target, Fate.REJECTED, rejected.reply());
    } else if (delivery instanceof Delivery.Deferred deferred) {
      line = new Line(writer, target, Fate.DEFERRED, deferred.reply());
    } else if (delivery instanceof Delivery.Unknown unknown) {
      line = new Line(writer, target, Fate.UNKNOWN, unknown.what());
    } else {
      line = new Line(writer, target, Fate.UNUSABLE, ((Delivery.ServerUnusable) delivery).reason());
    }
    add(line, done, total);
  }

  @Override
  public synchronized void leftOut(LeftOut leftOut, int done, int total) {
    Assignment letter = leftOut.assignment();
    add(
        new Line(letter.number(), letter.key().target(), Fate.LEFT_OUT, leftOut.words()),
        done,
        total);
  }

  private void add(Line line, int nowDone, int nowTotal) {
    waitingUntil = null;
    done = nowDone;
    total = nowTotal;
    last.addFirst(line);
    if (last.size() > LAST) {
      last.removeLast();
    }
  }

  @Override
  public synchronized void waiting(Instant until, String reason) {
    waitingUntil = until;
    why = reason;
  }

  /** As it is now. */
  synchronized Snapshot now() {
    double seconds = (nanoTime.getAsLong() - begun) / NANOS_A_SECOND;
    boolean known = done >= ENOUGH_TO_RECKON && seconds > 0;
    return new Snapshot(
        done,
        total,
        known ? Optional.of(Math.round(done * 60 / seconds)) : Optional.empty(),
        known && waitingUntil == null
            ? Optional.of(Math.round((total - done) * seconds / done))
            : Optional.empty(),
        Optional.ofNullable(waitingUntil),
        why,
        List.copyOf(last));
  }
}
