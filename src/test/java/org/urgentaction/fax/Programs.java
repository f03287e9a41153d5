package org.urgentaction.fax;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Programs of the machine that judge faxes; a test that lacks one is skipped and says which. */
public final class Programs {
  /** How a program ended and what it said. */
  public record Answer(int status, String out, String err) {}

  private Programs() {}

  /** A program on the PATH, or at one of these places. */
  public static Optional<Path> find(String name, String... places) {
    List<Path> candidates = new ArrayList<>();
    for (String place : places) {
      candidates.add(Path.of(place));
    }
    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .forEach(candidates::add);
    return candidates.stream().filter(Files::isExecutable).findFirst();
  }

  public static Answer run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("OMP_THREAD_LIMIT", "1");
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " does not come to an end");
      }
      return new Answer(process.exitValue(), text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
