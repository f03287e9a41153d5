package org.urgentaction.importing.read;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice, which writes a document in other formats. */
final class OtherFormats {
  private final Path folder;

  OtherFormats(Path folder) {
    this.folder = folder;
  }

  /** Each document in another format, all in one go: the start is what takes long. */
  void convert(List<Path> files, String format, String... options)
      throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "soffice is not installed: apt-get install libreoffice-writer");
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format));
    command.addAll(List.of(options));
    command.addAll(List.of("--outdir", folder.toString()));
    files.forEach(file -> command.add(file.toString()));
    Path said = folder.resolve("said.txt");
    ProcessBuilder office = new ProcessBuilder(command).redirectErrorStream(true);
    office.environment().put("HOME", folder.toString());
    Process process = office.redirectOutput(said.toFile()).start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertTrue(ended, "soffice did not end: " + Files.readString(said));
  }

  private static boolean isInstalled() {
    for (String place : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (Files.isExecutable(Path.of(place).resolve("soffice"))) {
        return true;
      }
    }
    return false;
  }
}
