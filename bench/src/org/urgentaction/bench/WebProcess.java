package org.urgentaction.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's process as the system and its virtual machine see it (Linux, a JDK's jcmd). */
final class WebProcess {
  private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern USED = Pattern.compile("(?m)^\\s*\\S.*? total \\d+K, used (\\d+)K");

  private final long id;
  private final long ticksPerSecond;

  /** What it had used by some moment. */
  record Sample(double cpuSeconds, double rssMegabytes, double heapMegabytes) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%.1f CPU s, %.0f MB resident%s",
          cpuSeconds,
          rssMegabytes,
          Double.isNaN(heapMegabytes)
              ? ""
              : String.format(Locale.ROOT, ", %.1f MB of heap after a collection", heapMegabytes));
    }
  }

  WebProcess(long id, long ticksPerSecond) {
    this.id = id;
    this.ticksPerSecond = ticksPerSecond;
  }

  /** Without disturbing it. */
  Sample sample() throws IOException {
    return sample(Double.NaN);
  }

  /** After a full collection, which holds its threads up for some hundredths of a second. */
  Sample collected() throws IOException, InterruptedException {
    jcmd("GC.run");
    Matcher used = USED.matcher(jcmd("GC.heap_info"));
    double heap = 0;
    while (used.find()) {
      heap += Long.parseLong(used.group(1)) / 1024.0;
    }
    return sample(heap);
  }

  private Sample sample(double heap) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + id + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) ticksPerSecond;
    Matcher rss = RSS.matcher(Files.readString(Path.of("/proc/" + id + "/status")));
    return new Sample(cpu, rss.find() ? Long.parseLong(rss.group(1)) / 1024.0 : 0, heap);
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(id), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("jcmd " + command + ": " + said.strip());
    }
    return said;
  }
}
