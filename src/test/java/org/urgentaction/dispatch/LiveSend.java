package org.urgentaction.dispatch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.urgentaction.log.LogPlace;

/** {@code ua send --live} in a process of its own, which tests can kill. */
final class LiveSend {
  private LiveSend() {}

  /** Starts it: {@code writers} letters to one target, over so many connections. */
  static Process start(Path log, String url, int writers, int connections) throws IOException {
    return start(LogPlace.file(log.toAbsolutePath()), url, writers, connections);
  }

  /** As {@link #start(Path, String, int, int)}, with a log wherever it is kept. */
  static Process start(LogPlace log, String url, int writers, int connections) throws IOException {
    Path folder = log.key().getParent();
    Path list = folder.resolve("list" + writers + ".csv");
    if (!Files.exists(list)) {
      writeList(list, writers);
    }
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                "org.urgentaction.cli.Main",
                "send",
                "ua-31-22-3",
                "--live",
                "--yes",
                "--to",
                "president",
                "--supporters",
                list.toString(),
                "--smtp",
                url,
                "--connections",
                Integer.toString(connections))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "errors.txt")));
    command.environment().put("HOME", folder.toString());
    command.environment().put("UA_TODAY", "2023-05-02");
    boolean onServer = log instanceof LogPlace.OnServer;
    command.environment().put("UA_LOG", log + (onServer ? "?user=postgres" : ""));
    command.environment().put("UA_LOG_KEY", log.key().toString());
    return command.start();
  }

  private static void writeList(Path list, int writers) throws IOException {
    List<String> rows = new ArrayList<>(List.of("name,email,city,country"));
    for (int i = 1; i <= writers; i++) {
      rows.add("Writer Number" + i + ",writer" + i + "@example.org,Toronto,CA");
    }
    Files.write(list, rows);
  }
}
