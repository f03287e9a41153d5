package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The word processor of others that judges the files, with the program's own fonts. */
final class LibreOffice {
  private LibreOffice() {}

  /**
   * Each Word file as LibreOffice writes it again, all in one go: its start is what takes long.
   *
   * @param files by name
   * @param format to write, with a filter if need be
   * @param ending of what it writes
   */
  static Map<String, Path> convert(
      Path folder, Map<String, byte[]> files, String format, String ending)
      throws IOException, InterruptedException {
    assumeTrue(isInstalled(), "soffice is not installed: apt-get install libreoffice-writer");
    Path fonts = folder.resolve("fonts.conf");
    Files.writeString(
        fonts,
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>"
            + Path.of("src/main/resources/fonts").toAbsolutePath()
            + "</dir><cachedir>"
            + folder.resolve("cache")
            + "</cachedir></fontconfig>");
    List<String> command =
        new ArrayList<>(
            List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.toString()));
    Map<String, Path> written = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path word = folder.resolve(file.getKey() + ".docx");
      Files.write(word, file.getValue());
      command.add(word.toString());
      written.put(file.getKey(), folder.resolve(file.getKey() + ending));
    }
    ProcessBuilder office = new ProcessBuilder(command).redirectErrorStream(true);
    office.environment().put("FONTCONFIG_FILE", fonts.toString());
    office.environment().put("HOME", folder.toString());
    office.redirectOutput(folder.resolve("said.txt").toFile());
    Process process = office.start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(folder.resolve("said.txt"));
    assertTrue(ended, "soffice did not end: " + said);
    for (Path file : written.values()) {
      assertTrue(Files.exists(file), file + ": " + said);
    }
    return written;
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
