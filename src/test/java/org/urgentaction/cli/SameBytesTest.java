package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program, in a process of its own, writes the same bytes for everybody who asks the same. */
class SameBytesTest {
  private static final String FORMATS = "pdf,fax,tiff,docx,html,txt,eml";
  private static final List<String> ROWS =
      List.of(
          "name,email,address,postcode,city,country,language",
          "Ann O’Leary,ann@example.org,12 Harbour Street,M5V 2T6,Toronto,CA,en",
          "Анна Петрова,anna@example.org,ул. Мира 3,LV-1010,Рига,LV,ru",
          "ليلى حداد,layla@example.org,,,Amman,JO,ar",
          "Đặng Thị Hương,huong@example.org,5 rue Haute,75001,Paris,FR,fr");

  /** What differs from one machine to the next. */
  enum Machine {
    PLAIN("UTC", "C.UTF-8", "jane", List.of()),
    IN_TEHRAN(
        "Asia/Tehran",
        "fa_IR.UTF-8",
        "root",
        List.of("-Duser.language=fa", "-Duser.country=IR", "-Dfile.encoding=ISO-8859-1")),
    IN_ISTANBUL(
        "America/St_Johns",
        "tr_TR.UTF-8",
        "ömer",
        List.of("-Duser.language=tr", "-Duser.country=TR", "-Dfile.encoding=windows-1254")),
    BEFORE_MIDNIGHT(
        "Pacific/Kiritimati",
        "C",
        "someone else",
        List.of("-Dline.separator=\r\n", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2")),
    IN_BANGKOK(
        "Asia/Bangkok",
        "th_TH.UTF-8",
        "x",
        List.of(
            "-Duser.language=th",
            "-Duser.country=TH",
            "-Duser.extensions=ca-buddhist-nu-thai",
            "-Dfile.encoding=UTF-16",
            "-XX:+UseParallelGC"));

    final String zone;
    final String language;
    final String user;
    final List<String> options;

    Machine(String zone, String language, String user, List<String> options) {
      this.zone = zone;
      this.language = language;
      this.user = user;
      this.options = options;
    }
  }

  private static Map<String, String> known;

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void oneMachineSays() throws Exception {
    known = made(Machine.PLAIN, Files.createDirectory(shared.resolve("plain")));
  }

  @Test
  void everyFormatIsThereForEveryWriter() {
    for (String format : "pdf,fax.pdf,tiff,docx,html,txt,eml".split(",")) {
      long files = known.keySet().stream().filter(name -> name.endsWith("." + format)).count();
      assertTrue(files >= ROWS.size() - 1, format + " in " + known.keySet());
    }
  }

  @ParameterizedTest
  @EnumSource(value = Machine.class, names = "PLAIN", mode = EnumSource.Mode.EXCLUDE)
  void anotherMachineSaysTheSame(Machine machine) throws Exception {
    assertSame(made(machine, folder));
  }

  @Test
  void theSameMachineSaysTheSameAgain() throws Exception {
    assertSame(made(Machine.PLAIN, folder));
  }

  @Test
  void anotherDaySaysSomethingElse() throws Exception {
    Path list = Files.write(folder.resolve("list.csv"), ROWS);
    run(Machine.PLAIN, folder, "--today", "2023-05-03", "--supporters", list.toString());
    Map<String, String> made = digests(folder.resolve("out"));
    assertTrue(
        made.entrySet().stream()
            .noneMatch(file -> file.getValue().equals(known.get(file.getKey()))),
        made.toString());
  }

  private static void assertSame(Map<String, String> made) {
    assertEquals(known.keySet(), made.keySet());
    List<String> others =
        known.keySet().stream().filter(file -> !known.get(file).equals(made.get(file))).toList();
    assertEquals(List.of(), others);
  }

  /** Letters in every format and a print run, made in this folder: each file's SHA-256. */
  private static Map<String, String> made(Machine machine, Path folder) throws Exception {
    Path list = Files.write(folder.resolve("list.csv"), ROWS);
    run(
        machine,
        folder,
        "--today=2023-05-02",
        "--supporters=" + list,
        "--format=" + FORMATS,
        "--fold-marks");
    run(machine, folder, "--today=2023-05-02", "--supporters=" + list, "--merge", "--duplex");
    return digests(folder.resolve("out"));
  }

  private static void run(Machine machine, Path folder, String... options) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home of " + machine));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(List.of("-Duser.name=" + machine.user, "-Duser.home=" + home));
    command.addAll(machine.options);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of("org.urgentaction.cli.Main", "letter", "ua-31-22-3"));
    command.addAll(List.of("--campaigns=" + Path.of("campaigns").toAbsolutePath(), "-o", "out"));
    command.addAll(List.of(options));
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("UA_"));
    environment.put("TZ", machine.zone);
    environment.put("LANG", machine.language);
    environment.put("LC_ALL", machine.language);
    environment.put("USER", machine.user);
    environment.put("HOME", home.toString());
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(2, TimeUnit.MINUTES), "the program does not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(said));
  }

  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (String file : Session.files(folder)) {
      digests.put(file, digest(Files.readAllBytes(folder.resolve(file))));
    }
    return digests;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
