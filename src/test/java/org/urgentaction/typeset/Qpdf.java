package org.urgentaction.typeset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Asks qpdf, where it is installed, whether a file is sound. */
public final class Qpdf {
  private Qpdf() {}

  /** What qpdf has to say against a file; empty where it is sound. */
  public static String complaints(byte[] pdf) throws Exception {
    Path file = Files.createTempFile("checked", ".pdf");
    try {
      Files.write(file, pdf);
      Process process;
      try {
        process =
            new ProcessBuilder("qpdf", "--check", file.toString())
                .redirectErrorStream(true)
                .start();
      } catch (IOException absent) {
        Assumptions.abort("qpdf is not installed");
        return "";
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : said;
    } finally {
      Files.delete(file);
    }
  }
}
