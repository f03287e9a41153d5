package org.urgentaction.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;

/**
 * What a letter took at each length of a run, by the times that the log itself has: the run's start
 * and the virtual machine's warming up stand in the first rows only. CPU is the whole process's.
 *
 * <p>Arguments: the log's file; a file of lines {@code MICROSECONDS-SINCE-1970 CPU-TICKS}, taken
 * while it ran; ticks a second.
 */
public final class SentPace {
  private final List<Instant> sent;
  private final NavigableMap<Long, Double> cpu;

  /**
   * @param sent in order
   * @param cpu milliseconds used until then, by milliseconds since 1970
   */
  private SentPace(List<Instant> sent, NavigableMap<Long, Double> cpu) {
    this.sent = sent;
    this.cpu = cpu;
  }

  public static void main(String[] arguments) throws IOException {
    List<Instant> sent = new ArrayList<>();
    try (ActionLog log = ActionLogs.open(Path.of(arguments[0]), Clock.systemUTC())) {
      log.visit(ActionFilter.in(ActionState.SENT), action -> sent.add(action.at()));
    }
    Collections.sort(sent);
    NavigableMap<Long, Double> cpu = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] words = line.split(" ");
      cpu.put(
          Long.parseLong(words[0]) / 1000,
          1000 * Double.parseDouble(words[1]) / Integer.parseInt(arguments[2]));
    }
    new SentPace(sent, cpu).print();
  }

  private void print() {
    int all = sent.size();
    System.out.println("| letters | ms a letter | CPU ms a letter |\n|---|---|---|");
    int step = Math.max(1, all / 10);
    row(1, Math.min(1000, all));
    if (step > 2000) {
      row(1001, 2000);
      row(step - 999, step);
    }
    for (int from = 1; from + step - 1 <= all; from += step) {
      row(from, from + step - 1);
    }
    if (step > 1000) {
      row(all - 999, all);
    }
  }

  private void row(int first, int last) {
    long from = sent.get(Math.max(0, first - 2)).toEpochMilli();
    long to = sent.get(last - 1).toEpochMilli();
    double letters = last - first + 1;
    System.out.printf(
        Locale.ROOT,
        "| %,d to %,d | %.2f | %.2f |%n",
        first,
        last,
        (to - from) / letters,
        (cpuAt(to) - cpuAt(from)) / letters);
  }

  /** Milliseconds that were used by then, between two samples in proportion. */
  private double cpuAt(long time) {
    Map.Entry<Long, Double> before = cpu.floorEntry(time);
    Map.Entry<Long, Double> after = cpu.ceilingEntry(time);
    if (before == null || after == null) {
      return before != null ? before.getValue() : after != null ? after.getValue() : 0;
    }
    long between = after.getKey() - before.getKey();
    double part = between == 0 ? 0 : (time - before.getKey()) / (double) between;
    return before.getValue() + part * (after.getValue() - before.getValue());
  }
}
