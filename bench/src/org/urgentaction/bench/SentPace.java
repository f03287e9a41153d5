package org.urgentaction.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;

/**
 * What a letter took at each length of a run, by the times that the log itself has: the run's start
 * and the virtual machine's warming up stand in the first rows only.
 *
 * <p>Arguments: the log's file.
 */
public final class SentPace {
  private SentPace() {}

  public static void main(String[] arguments) {
    List<Instant> sent = new ArrayList<>();
    try (ActionLog log = ActionLogs.open(Path.of(arguments[0]), Clock.systemUTC())) {
      log.visit(ActionFilter.in(ActionState.SENT), action -> sent.add(action.at()));
    }
    Collections.sort(sent);
    int all = sent.size();
    System.out.println("| letters | ms a letter |\n|---|---|");
    int step = Math.max(1, all / 10);
    row(sent, 1, Math.min(1000, all));
    if (step > 1000) {
      row(sent, 1001, 2000);
      row(sent, step - 999, step);
    }
    for (int from = 1; from + step - 1 <= all; from += step) {
      row(sent, from, from + step - 1);
    }
    if (step > 1000) {
      row(sent, all - 999, all);
    }
  }

  private static void row(List<Instant> sent, int first, int last) {
    Instant from = sent.get(Math.max(0, first - 2));
    Instant to = sent.get(last - 1);
    double millis = (to.toEpochMilli() - from.toEpochMilli()) / (double) (last - first + 1);
    System.out.printf(Locale.ROOT, "| %,d to %,d | %.2f |%n", first, last, millis);
  }
}
