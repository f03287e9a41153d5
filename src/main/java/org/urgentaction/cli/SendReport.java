package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.LeftOut;
import org.urgentaction.dispatch.SendListener;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.mail.Delivery;
import org.urgentaction.mail.MailAddress;
import org.urgentaction.mail.OutgoingMessage;

/** Shows a plan, each message as it goes, and how the run ended. */
final class SendReport implements SendListener, AutoCloseable {
  private static final int LONG_RUN = 20;

  private final Workbench bench;
  private final Campaign campaign;
  private @Nullable ProgressBar bar;

  SendReport(Workbench bench, Campaign campaign) {
    this.bench = bench;
    this.campaign = campaign;
  }

  /** How many letters to whom, in which languages, and what is left out and why. */
  void plan(SendPlan plan, List<String> unreachable) {
    Map<String, Integer> targets = new LinkedHashMap<>();
    Map<String, Integer> languages = new TreeMap<>();
    for (Assignment letter : plan.letters()) {
      targets.merge(letter.key().target(), 1, Integer::sum);
      languages.merge(letter.details().language(), 1, Integer::sum);
    }
    bench.note(
        "Plan for %s: %s"
            .formatted(campaign.id(), counted(plan.letters().size(), "letter", "letters")));
    targets.forEach((target, count) -> bench.note("  %6d  to %s".formatted(count, target)));
    languages.forEach((language, count) -> bench.note("  %6d  in %s".formatted(count, language)));
    Map<String, Integer> leftOut = new LinkedHashMap<>();
    for (LeftOut left : plan.leftOut()) {
      leftOut.merge(left.assignment().key().target() + ": " + left.words(), 1, Integer::sum);
    }
    leftOut.forEach(
        (words, count) ->
            bench.note("  left out%s: %s".formatted(count == 1 ? "" : " " + count, words)));
    unreachable.forEach(
        target ->
            bench.note("  left out: %s has no email address; write by post".formatted(target)));
    bench.note("");
  }

  /** The end where the log has everything already. */
  int nothingToSend(SendPlan plan) {
    bench.note("Nothing is left to send.");
    return plan.leftOut().stream().anyMatch(left -> left.reason().open())
        ? ExitStatus.UNFINISHED
        : ExitStatus.DONE;
  }

  @Override
  public void delivered(
      Assignment assignment, OutgoingMessage message, Delivery delivery, int done, int total) {
    step(
        total,
        "%d/%d  %s → %s  %s  %s"
            .formatted(
                done,
                total,
                assignment.key().target(),
                address(message.to()),
                assignment.details().language(),
                words(delivery)));
  }

  @Override
  public void leftOut(LeftOut leftOut, int done, int total) {
    step(
        total,
        "%d/%d  %s  left out: %s"
            .formatted(done, total, leftOut.assignment().key().target(), leftOut.words()));
  }

  /** A bar for a long run at a terminal, a plain line for each message otherwise. */
  private void step(int total, String line) {
    if (bench.terminal().interactive() && total > LONG_RUN && !bench.quiet()) {
      if (bar == null) {
        bar =
            new ProgressBarBuilder()
                .setTaskName("sending")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setMaxRenderedLength(bench.terminal().width())
                .build();
      }
      bar.step();
    } else if (!bench.quiet()) {
      bench.terminal().out().println(line);
      bench.terminal().out().flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  void rehearsed(Summary summary, List<Path> files, Path folder) {
    stopped(summary);
    if (!files.isEmpty()) {
      bench.note(
          "\nA rehearsal: nothing left this program. The messages are in %s, to open and read:"
              .formatted(folder));
      files.stream().limit(10).forEach(file -> bench.note("  " + file));
      if (files.size() > 10) {
        bench.note("  and %d more".formatted(files.size() - 10));
      }
      bench.note(
          "With --live and --smtp URL, %s would be sent to the addresses above, after one question."
              .formatted(files.size() == 1 ? "this one" : "these " + files.size()));
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
    append(words, " In doubt: %d; see 'ua log --state unknown'.", summary.unknown());
    bench.note("\n" + words);
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

  private static String address(MailAddress address) {
    return address.address();
  }

  private static String counted(int count, String one, String many) {
    return count == 1 ? "1 " + one : count + " " + many;
  }
}
