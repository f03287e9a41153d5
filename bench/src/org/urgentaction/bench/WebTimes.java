package org.urgentaction.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What requests took, by kind, and which of them failed. */
final class WebTimes {
  /** The order in which kinds are printed. */
  private static final List<String> KINDS =
      List.of("page", "asset", "letter", "pdf", "fax", "docx", "eml", "bulletin", "sent");

  private final Map<String, long[]> nanos = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();

  synchronized void took(String kind, long nanoseconds) {
    int count = counts.merge(kind, 1, Integer::sum);
    long[] known = nanos.getOrDefault(kind, new long[1024]);
    known = count > known.length ? Arrays.copyOf(known, known.length * 2) : known;
    known[count - 1] = nanoseconds;
    nanos.put(kind, known);
  }

  synchronized void failed(String kind, String reason) {
    failures.merge(kind, 1, Integer::sum);
    reasons.merge(reason, 1, Integer::sum);
  }

  /** Letters of all kinds: shown, and made into files. */
  synchronized int letters() {
    return List.of("letter", "pdf", "fax", "docx", "eml").stream()
        .mapToInt(kind -> counts.getOrDefault(kind, 0))
        .sum();
  }

  synchronized int requests() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized int failures() {
    return failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized void print(double seconds) {
    System.out.println("| | requests | errors | requests / s | p50 ms | p95 | p99 | max |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    int all = 0;
    for (String kind : KINDS) {
      int count = counts.getOrDefault(kind, 0);
      if (count > 0) {
        all += count;
        long[] sorted = Arrays.copyOf(nanos.get(kind), count);
        Arrays.sort(sorted);
        System.out.printf(
            Locale.ROOT,
            "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
            kind,
            count,
            failures.getOrDefault(kind, 0),
            count / seconds,
            at(sorted, 0.50),
            at(sorted, 0.95),
            at(sorted, 0.99),
            at(sorted, 1));
      }
    }
    System.out.printf(
        Locale.ROOT, "| all | %d | %d | %.1f |  |  |  |  |%n", all, failures(), all / seconds);
    reasons.forEach((reason, times) -> System.out.println("error, " + times + " times: " + reason));
  }

  private static double at(long[] sorted, double part) {
    int index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1e6;
  }
}
