package org.urgentaction.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user at a terminal of 80 columns, with a home of their own: runs commands and reads answers.
 */
final class Session {
  final Path home;
  final Map<String, String> environment = new HashMap<>();
  String out = "";
  String err = "";
  private String typed = "";
  private boolean interactive;

  Session(Path home) {
    this.home = home;
    environment.put("HOME", home.toString());
    environment.put("UA_TODAY", "2023-05-02");
  }

  /** From now on a person is there, and types this. */
  Session typing(String text) {
    typed = text;
    interactive = true;
    return this;
  }

  int run(String... arguments) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(outText),
            new PrintWriter(errText),
            new BufferedReader(new StringReader(typed)),
            interactive,
            80);
    int status = new Program(environment, terminal).run(arguments);
    out = outText.toString();
    err = errText.toString();
    return status;
  }

  /** Ann Lee of Toronto sends her letter to the president, with more arguments. */
  int send(String... more) {
    return run(
        List.of(
            "send",
            "31/22",
            "--to",
            "president",
            "--name",
            "Ann Lee",
            "--city",
            "Toronto",
            "--country",
            "CA"),
        more);
  }

  /** Runs a command with more arguments behind it. */
  int run(List<String> arguments, String... more) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  /** All files below a folder, by relative path, in order; none where it is not there. */
  static List<String> files(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
