package org.urgentaction.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.LeftOuts;
import org.urgentaction.dispatch.Moment;
import org.urgentaction.dispatch.SendListener;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.WrittenMessage;
import org.urgentaction.sending.SendRun;

/** Shows each message as it goes, and how the run ended. */
final class SendReport implements SendListener, AutoCloseable {
  private static final int LONG_RUN = 20;

  private final Workbench bench;
  private final boolean silent;
  private @Nullable ProgressBar bar;
  private @Nullable Instant waitingUntil;

  /**
   * @param silent whether the progress is not shown, because the results are for a program
   */
  SendReport(Workbench bench, boolean silent) {
    this.bench = bench;
    this.silent = silent || bench.quiet();
  }

  @Override
  public void delivered(
      Assignment assignment, WrittenMessage message, Delivery delivery, int done, int total) {
    step(
        done,
        total,
        "%d/%d  %s → %s  %s  %s"
            .formatted(
                done,
                total,
                assignment.key().target(),
                message.to(),
                assignment.details().language(),
                words(delivery)));
  }

  @Override
  public void leftOut(LeftOut leftOut, int done, int total) {
    Instant until = leftOut.until();
    step(
        done,
        total,
        "%d/%d  %s  left out: %s%s"
            .formatted(
                done,
                total,
                leftOut.assignment().key().target(),
                leftOut.words(),
                until == null ? "" : ", until " + Moment.of(until)));
  }

  @Override
  public void waiting(Instant until, String why) {
    if (silent) {
      return;
    }
    waitingUntil = until;
    ProgressBar shown = bar;
    if (shown != null) {
      shown.setExtraMessage("waiting until " + Moment.of(until));
    } else {
      bench.note("waiting until %s: %s".formatted(Moment.of(until), why));
    }
  }

  /** A bar for a long run at a terminal, a plain line for each message otherwise. */
  private void step(int done, int total, String line) {
    if (silent) {
      return;
    }
    if (bench.terminal().interactive() && total > LONG_RUN) {
      ProgressBar shown = bar != null ? bar : open(total);
      bar = shown;
      if (waitingUntil != null && !bench.clock().instant().isBefore(waitingUntil)) {
        waitingUntil = null;
        shown.setExtraMessage("");
      }
      shown.stepTo(done);
    } else {
      bench.terminal().out().println(line);
      bench.terminal().out().flush();
    }
  }

  private ProgressBar open(int total) {
    return new ProgressBarBuilder()
        .setTaskName("sending")
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new BarLine(bench.terminal()))
        .continuousUpdate()
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  void rehearsed(SendRun.Rehearsed rehearsed, Path folder) {
    stopped(rehearsed.summary());
    int written = rehearsed.written();
    List<Path> files = rehearsed.files();
    if (written > 0) {
      bench.note(
          "\nA rehearsal: nothing left this program. Its messages, to read, in %s:"
              .formatted(folder));
      files.forEach(file -> bench.note("  " + file));
      if (written > files.size()) {
        bench.note("  and %d more".formatted(written - files.size()));
      }
      bench.note(
          "With --live and --smtp URL, %s would go there, after one question."
              .formatted(written == 1 ? "this one" : "these " + written));
    }
  }

  void sent(Summary summary, boolean live) {
    stopped(summary);
    StringBuilder words = new StringBuilder();
    words.append(
        live
            ? "Sent: %d.".formatted(summary.sent())
            : "Sent to yourself: %d.".formatted(summary.sent()));
    append(words, " Refused for good: %d.", summary.failed());
    append(words, " Put off for now: %d.", summary.deferred());
    append(words, " Not tried: %d.", summary.untouched());
    append(words, " Paused: %d.", summary.leftOut().count(LeftOut.Reason.PAUSED));
    append(words, " Waiting: %d.", summary.leftOut().count(LeftOut.Reason.WAITING));
    append(words, " In doubt: %d; see 'ua log --state unknown'.", summary.unknown());
    bench.note("\n" + words);
    next(summary);
  }

  /** What a person can do about what is still open. */
  private void next(Summary summary) {
    if (summary.stopped() != null) {
      return; // which says so itself
    }
    summary
        .nextTry()
        .ifPresent(
            then ->
                bench.note(
                    "The same command takes up what is left, the first from %s on; --wait stays until then."
                        .formatted(Moment.of(then))));
  }

  private static void append(StringBuilder words, String text, int count) {
    if (count > 0) {
      words.append(text.formatted(count));
    }
  }

  private void stopped(Summary summary) {
    if (summary.stopped() != null) {
      bench.terminal().err().println("ua: " + summary.stopped());
    }
  }

  /** The fields that other programs may rely on. */
  static Map<String, @Nullable Object> json(Summary summary) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("sent", summary.sent());
    fields.put("failed", summary.failed());
    fields.put("deferred", summary.deferred());
    fields.put("unknown", summary.unknown());
    fields.put("untouched", summary.untouched());
    LeftOuts leftOut = summary.leftOut();
    fields.put("left_out", PlanReport.leftOut(leftOut));
    fields.put("next", summary.nextTry().map(Instant::toString).orElse(null));
    fields.put("stopped", summary.stopped() == null ? null : summary.stopped().toString());
    fields.put("exit_status", summary.exitStatus());
    return fields;
  }

  private static String words(Delivery delivery) {
    if (delivery instanceof Delivery.Accepted) {
      return "ok";
    }
    if (delivery instanceof Delivery.Rejected rejected) {
      return "refused: " + rejected.reply();
    }
    if (delivery instanceof Delivery.Deferred deferred) {
      return "not now: " + deferred.reply();
    }
    if (delivery instanceof Delivery.Unknown unknown) {
      return "in doubt: " + unknown.what();
    }
    return "not sent: " + ((Delivery.ServerUnusable) delivery).reason();
  }
}
