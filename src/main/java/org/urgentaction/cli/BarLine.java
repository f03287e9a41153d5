package org.urgentaction.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The line of a terminal that a progress bar is drawn on. The library's own way to it takes over
 * Ctrl-C, and with that the end of the message in hand.
 */
final class BarLine implements ProgressBarConsumer {
  private final PrintWriter out;
  private final int width;

  BarLine(Terminal terminal) {
    this.out = terminal.err();
    this.width = terminal.width();
  }

  @Override
  public int getMaxRenderedLength() {
    return width - 1;
  }

  @Override
  public void accept(String bar) {
    out.print("\r" + bar);
    out.flush();
  }

  @Override
  public void close() {
    out.println();
    out.flush();
  }
}
