package org.urgentaction.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Sets one letter by many writers with one engine, in rounds, and counts. */
public final class Bench {
  private static final Path SAMPLES = Path.of("bench/target/samples");

  private Bench() {}

  /** Arguments: engine, letters a round, rounds. */
  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(SAMPLES);
    int letters = Integer.parseInt(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    Engine engine =
        switch (arguments[0]) {
          case "ua" -> Ua.letters();
          case "ua-merged" -> Ua.merged();
          case "openhtmltopdf" -> OpenHtmlToPdf.asItComes();
          case "openhtmltopdf-tuned" -> OpenHtmlToPdf.tuned();
          case "fop" -> Fop.letters();
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    List<Letter.Writer> writers = Letter.writers(letters * rounds);
    for (int round = 0; round < rounds; round++) {
      List<Letter.Writer> some = writers.subList(round * letters, (round + 1) * letters);
      measure(arguments[0], engine, some, round + 1, round + 1 == rounds);
    }
  }

  private static void measure(
      String name, Engine engine, List<Letter.Writer> writers, int round, boolean last)
      throws IOException {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long process = system.getProcessCpuTime();
    long wall = System.nanoTime();
    long bytes = 0;
    byte[] letter = {};
    for (Letter.Writer writer : writers) {
      letter = engine.letter(writer);
      bytes += letter.length;
    }
    if (last) {
      bytes += engine.end().length;
    }
    wall = System.nanoTime() - wall;
    process = system.getProcessCpuTime() - process;
    thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread;
    Files.write(SAMPLES.resolve(name + ".pdf"), letter);
    int count = writers.size();
    System.out.printf(
        Locale.ROOT,
        "%s;%d;%d;%.1f;%.1f;%.1f;%d%n",
        name,
        round,
        count,
        count * 1e9 / wall,
        count * 1e9 / process,
        count * 1e9 / thread,
        bytes / count);
  }
}
