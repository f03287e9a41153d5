package org.urgentaction.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.urgentaction.log.NativeSqlite;

/**
 * Run by the launcher once after a build: uses the program as people do, so that the class-data
 * archive (JEP 350) written at its end holds the classes that they need.
 */
public final class Warmup {
  private Warmup() {}

  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    NativeSqlite.unpack(home.resolve("target/native"));
    Path scratch = Files.createTempDirectory("ua-warmup");
    try {
      Terminal nowhere =
          new Terminal(
              new PrintWriter(Writer.nullWriter()),
              new PrintWriter(Writer.nullWriter()),
              new BufferedReader(new StringReader("")),
              false,
              80);
      Program program = new Program(Map.of("HOME", scratch.toString()), nowhere);
      List<String> shared =
          List.of(
              "--campaigns",
              home.resolve("campaigns").toString(),
              "--log",
              scratch.resolve("log.db").toString());
      List<String> writer =
          List.of(
              "--name",
              "A B",
              "--city",
              "C",
              "--country",
              "CA",
              "--email",
              "a@example.org",
              "--anyway",
              "warming up",
              "-o",
              scratch.toString());
      for (Path file : campaigns(home)) {
        String id = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        run(program, List.of("letter", id, "--format", "pdf,txt"), shared, writer);
        run(program, List.of("send", id), shared, writer);
        run(program, List.of("show", id), shared, List.of());
        break;
      }
      run(program, List.of("list"), shared, List.of());
      run(program, List.of("log"), shared, List.of());
      run(program, List.of("check"), shared, List.of());
    } finally {
      delete(scratch);
    }
  }

  private static List<Path> campaigns(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("campaigns"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static void run(
      Program program, List<String> command, List<String> shared, List<String> writer) {
    program.run(Stream.of(command, shared, writer).flatMap(List::stream).toArray(String[]::new));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
