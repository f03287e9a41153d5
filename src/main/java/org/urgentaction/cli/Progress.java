package org.urgentaction.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar for a long task, where a person watches; nothing elsewhere. */
final class Progress implements AutoCloseable {
  private static final int LONG_TASK = 20;

  private final @Nullable ProgressBar bar;

  Progress(Workbench bench, String task, int total) {
    boolean shown = bench.terminal().interactive() && total > LONG_TASK && !bench.quiet();
    bar =
        shown
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new BarLine(bench.terminal()))
                .build()
            : null;
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
