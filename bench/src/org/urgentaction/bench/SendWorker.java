package org.urgentaction.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A process that sends when it is told to. It reads lines {@code PORT text|pdf CONNECTIONS SECONDS},
 * sends to that port of this machine for so long, and answers {@code MESSAGES SECONDS CPU-SECONDS}.
 * The peers that are not in Java keep to the same.
 */
interface SendWorker {
  /** What is asked for once. */
  record Round(int port, boolean pdf, int connections, long end) {
    boolean over() {
      return System.nanoTime() > end;
    }
  }

  /** Sends until the round is over; returns how many messages were accepted. */
  int send(Round round) throws Exception;

  /** Does what standard input asks for, until it ends. */
  static void serve(SendWorker worker) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      long cpu = system.getProcessCpuTime();
      long wall = System.nanoTime();
      long end = wall + (long) (Double.parseDouble(words[3]) * 1e9);
      int sent =
          worker.send(
              new Round(
                  Integer.parseInt(words[0]), words[1].equals("pdf"), Integer.parseInt(words[2]), end));
      wall = System.nanoTime() - wall;
      cpu = system.getProcessCpuTime() - cpu;
      System.out.printf(Locale.ROOT, "%d %.4f %.4f%n", sent, wall / 1e9, cpu / 1e9);
      System.out.flush();
    }
  }
}
