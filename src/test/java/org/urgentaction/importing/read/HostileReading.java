package org.urgentaction.importing.read;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.urgentaction.problem.InvalidInputException;

/** Reads files in a small process of its own, and says of each what came of it. */
final class HostileReading {
  private HostileReading() {}

  public static void main(String[] files) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : files) {
      String result;
      try {
        result = "read: " + new DocumentReader().read(Path.of(file)).lines().get(0).text();
      } catch (InvalidInputException e) {
        result = e.problems().get(0).message() + "; " + e.problems().get(0).advice();
      }
      out.println(Path.of(file).getFileName() + "\t" + result);
    }
  }
}
