package org.urgentaction.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.urgentaction.mail.MimeWriter;

/**
 * Lets every sender send in turn: for each turn and each case (with or without a PDF, near or far,
 * connections) each of them, one after the other. All processes stay, so that they are warm: rounds
 * near and twice as long come before the first turn for that, and do not count.
 *
 * <p>Arguments: folder to work in, turns, seconds a round, {@code near}, {@code far} or {@code all},
 * and for each sender {@code NAME=MOST-CONNECTIONS=COMMAND}, with {@code smtp-source} in place of a
 * command for that program.
 */
public final class SendTurns {
  private static final long ONE_WAY_NANOS = 10_000_000;
  private static final int[] CONNECTIONS = {1, 4, 8, 16, 32};

  private final Path folder;
  private final double seconds;
  private final Map<String, Sender> senders = new LinkedHashMap<>();
  private final PrintStream raw;

  /** A sender that can do one round. */
  private interface Sender {
    /** Messages, seconds, CPU seconds. */
    double[] round(int port, boolean pdf, boolean far, int connections, double seconds)
        throws Exception;

    int mostConnections();

    default void end() throws Exception {}
  }

  private SendTurns(Path folder, double seconds) throws IOException {
    this.folder = folder;
    this.seconds = seconds;
    this.raw =
        new PrintStream(folder.resolve("raw.csv").toString(), StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int turns = Integer.parseInt(arguments[1]);
    SentLetter.write(folder);
    for (boolean pdf : new boolean[] {false, true}) {
      byte[] message =
          new MimeWriter().write(SendUa.message(SentLetter.read(folder), pdf));
      String lines = new String(message, StandardCharsets.US_ASCII).replace("\r\n", "\n");
      Files.writeString(folder.resolve(pdf ? "pdf.eml" : "text.eml"), lines);
    }
    int port = freePort();
    // The server stands for another machine: it need not wait for those who send, where nice may
    // say so (as root), and works as before where it may not.
    List<String> sinking =
        List.of(
            "nice", "-n", "-10", "smtp-sink", "-u", "nobody", "-m", "1000", "127.0.0.1:" + port, "1000");
    Process sink =
        new ProcessBuilder(sinking)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sink.log").toFile())
            .start();
    try {
      await(port);
      SendTurns run = new SendTurns(folder, Double.parseDouble(arguments[2]));
      for (int i = 4; i < arguments.length; i++) {
        run.add(arguments[i].split("=", 3));
      }
      run.turns(turns, port, new DelayProxy(port, ONE_WAY_NANOS).port(), arguments[3]);
    } finally {
      sink.destroy();
    }
  }

  private void add(String[] sender) throws IOException {
    int most = Integer.parseInt(sender[1]);
    senders.put(
        sender[0],
        sender[2].equals("smtp-source") ? new Source(most) : new Worker(sender[0], most, sender[2]));
  }

  private void turns(int turns, int near, int far, String distances) throws Exception {
    for (int turn = 0; turn <= turns; turn++) {
      System.err.printf(
          "turn %d of %d, load %s%n", turn, turns, Files.readString(Path.of("/proc/loadavg")).strip());
      for (boolean isFar : new boolean[] {false, true}) {
        if (turn == 0 ? isFar : distances.equals(isFar ? "near" : "far")) {
          continue;
        }
        for (boolean pdf : new boolean[] {false, true}) {
          for (int connections : CONNECTIONS) {
            for (String name : List.copyOf(senders.keySet())) {
              round(turn, name, isFar ? far : near, pdf, isFar, connections);
            }
          }
        }
      }
    }
    for (Sender sender : senders.values()) {
      sender.end();
    }
    raw.close();
  }

  private void round(int turn, String name, int port, boolean pdf, boolean far, int connections) {
    Sender sender = senders.get(name);
    if (connections > sender.mostConnections()) {
      return;
    }
    try {
      double[] result =
          sender.round(port, pdf, far, connections, turn == 0 ? 2 * seconds : seconds);
      if (turn > 0) {
        raw.printf(
            Locale.ROOT,
            "%d;%s;%s;%s;%d;%.0f;%.4f;%.4f%n",
            turn,
            name,
            pdf ? "pdf" : "text",
            far ? "far" : "near",
            connections,
            result[0],
            result[1],
            result[2]);
        raw.flush();
      }
    } catch (Exception e) {
      System.err.println(name + ": failed and is left out from here on: " + e.getMessage());
      senders.remove(name);
    }
  }

  /** A process that does rounds as long as it is told to. */
  private final class Worker implements Sender {
    private final int most;
    private final Process process;
    private final PrintStream to;
    private final BufferedReader from;

    Worker(String name, int most, String command) throws IOException {
      this.most = most;
      this.process =
          new ProcessBuilder("sh", "-c", "exec " + command)
              .redirectError(folder.resolve(name + ".err").toFile())
              .start();
      this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
      this.from =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public double[] round(int port, boolean pdf, boolean far, int connections, double seconds)
        throws IOException {
      to.printf(
          Locale.ROOT, "%d %s %d %.2f\n", port, pdf ? "pdf" : "text", connections, seconds);
      String answer = from.readLine();
      if (answer == null) {
        throw new IOException("see " + folder);
      }
      return numbers(answer);
    }

    @Override
    public int mostConnections() {
      return most;
    }

    @Override
    public void end() throws InterruptedException {
      to.close();
      process.waitFor(20, TimeUnit.SECONDS);
      process.destroy();
    }
  }

  /** smtp-source, which sends a number of messages and ends: as many as took that long last time. */
  private final class Source implements Sender {
    private final int most;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Source(int most) {
      this.most = most;
    }

    @Override
    public double[] round(int port, boolean pdf, boolean far, int connections, double seconds)
        throws Exception {
      String kind = pdf + "," + far + "," + connections;
      int count = counts.getOrDefault(kind, (far ? 10 : 300) * connections);
      String timed =
          "TIMEFORMAT='%R %U %S'; time smtp-source -d -s "
              + connections
              + " -m "
              + count
              + " -F '"
              + folder.resolve(pdf ? "pdf.eml" : "text.eml")
              + "' -f writer@example.org -t president@example.org 127.0.0.1:"
              + port;
      Process process =
          new ProcessBuilder("bash", "-c", timed).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(output);
      }
      double[] times = numbers(output.strip());
      counts.put(
          kind, Math.max(5 * connections, (int) Math.min(100_000, count * seconds / times[0])));
      return new double[] {count, times[0], times[1] + times[2]};
    }

    @Override
    public int mostConnections() {
      return most;
    }
  }

  private static double[] numbers(String line) {
    List<Double> numbers = new ArrayList<>();
    for (String word : line.split(" ")) {
      numbers.add(Double.parseDouble(word));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(int port) throws Exception {
    for (int tries = 0; ; tries++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        if (tries == 50) {
          throw e;
        }
        Thread.sleep(100);
      }
    }
  }
}
