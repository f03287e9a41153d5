package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input to every command: one clear message, status 2, nothing half-written. */
class BadInputTest {
  static final String GOOD =
      """
      ua: 1/26
      issue: 1
      country: KZ
      language: en
      people: [{name: Jane Doe}]
      title: A title
      asks: [free Jane Doe]
      letter: Please free Jane Doe.
      targets: [{id: minister, role: Minister, email: minister@example.org}]
      """;

  /** Every command that reads a campaign, as a user would give it. */
  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("show", "bad"),
          List.of("letter", "bad", "--name", "A Name", "-o", "OUT"),
          List.of("send", "bad", "--name", "A Name", "--email", "a@example.org", "-o", "OUT"),
          List.of("log", "add", "bad", "--channel", "post", "--name", "A Name"),
          List.of("report", "bad"),
          List.of("check", "CAMPAIGNS/bad.yaml"));

  @TempDir Path folder;
  private Session user;
  private Path campaigns;
  private Path out;

  @BeforeEach
  void arrive() throws IOException {
    user = new Session(folder.resolve("home"));
    campaigns = Files.createDirectories(folder.resolve("campaigns"));
    out = folder.resolve("out");
  }

  private static Map<String, byte[]> badFiles() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty", new byte[0]);
    files.put("not YAML", bytes("{ua: [1\n"));
    files.put("no mapping", bytes("- a\n- b\n"));
    files.put("a tab", bytes(GOOD + "photo:\n\tfile: x.png\n"));
    files.put("a duplicate key", bytes(GOOD + "issue: 2\n"));
    files.put("an unknown key", bytes(GOOD.replace("title:", "titel:")));
    files.put("a wrong type", bytes(GOOD.replace("asks: [free Jane Doe]", "asks: {en: {x: y}}")));
    files.put("an impossible date", bytes(GOOD + "deadline: 2023-02-30\n"));
    files.put("no country", bytes(GOOD.replaceAll("country:.*\n", "")));
    files.put("an alias bomb", bytes(bomb()));
    files.put("10 MB", bytes(GOOD + "#" + "x".repeat(10 << 20)));
    files.put(
        "another encoding", GOOD.replace("Jane", "Jané").getBytes(StandardCharsets.ISO_8859_1));
    files.put("a binary", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
    files.put("an address without @", bytes(GOOD.replace("minister@example.org", "minister")));
    return files;
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      text.append("a%d: &a%d [".formatted(i, i));
      text.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> everyBadFileInEveryCommand() {
    List<String> site = List.of("site", "-o", "OUT");
    return badFiles().keySet().stream()
        .flatMap(
            file ->
                Stream.concat(COMMANDS.stream(), Stream.of(site))
                    .map(command -> Arguments.of(file, command)));
  }

  private int run(List<String> command) {
    return user.run(
        Stream.concat(
                command.stream()
                    .map(word -> word.replace("OUT", out.toString()))
                    .map(word -> word.replace("CAMPAIGNS", campaigns.toString())),
                Stream.of("--campaigns", campaigns.toString()))
            .toArray(String[]::new));
  }

  private void assertOneClearRefusal(String... words) {
    String said = user.err + user.out;
    assertFalse(said.contains("Exception") || said.contains("\tat "), said);
    assertFalse(said.isBlank());
    for (String word : words) {
      assertTrue(said.contains(word), word + " in " + said);
    }
    assertEquals(List.of(), Session.files(out));
  }

  @ParameterizedTest(name = "{0}: ua {1}")
  @MethodSource("everyBadFileInEveryCommand")
  void aBadCampaignIsRefusedByEveryCommand(String file, List<String> command) throws IOException {
    Files.write(campaigns.resolve("bad.yaml"), badFiles().get(file));
    assertEquals(2, run(command), user.err);
    assertOneClearRefusal("bad.yaml", "error: ");
  }

  @ParameterizedTest(name = "ua {0}")
  @MethodSource("commands")
  void aCampaignThatIsNotThereIsNamed(List<String> command) throws IOException {
    Files.writeString(campaigns.resolve("other.yaml"), GOOD);
    assertEquals(2, run(command), user.err);
    assertOneClearRefusal("bad");
  }

  static Stream<List<String>> commands() {
    return COMMANDS.stream();
  }

  @Test
  void aBrokenCampaignDoesNotTakeDownTheOthers() throws IOException {
    Files.writeString(campaigns.resolve("bad.yaml"), "{");
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    assertEquals(0, user.run("list", "--campaigns", campaigns.toString()));
    assertTrue(user.out.contains("A title"), user.out);
    assertTrue(user.err.contains("bad.yaml"), user.err);
  }

  static Stream<List<String>> wrongWriters() {
    return Stream.of(
        List.of("--name", "Eve\r\nBcc: x@example.org"),
        List.of("--name", "Eve\u202Eevil"),
        List.of("--name", "Eve\u0007"),
        List.of("--name", " "),
        List.of("--name", "A", "--email", "nobody"),
        List.of("--name", "A", "--country", "Atlantis"),
        List.of("--name", "x".repeat(5000)),
        List.of("--me", "nowhere.yaml"),
        List.of("--supporters", "nowhere.csv"),
        List.of("--name", "A", "--words", "nowhere.md"),
        List.of("--name", "A", "--signature", "nowhere.png"),
        List.of("--name", "A", "--letterhead", "nowhere.png"),
        List.of("--name", "A", "--letterhead-alt", "words for no picture"),
        List.of("--name", "A", "--lang", "qqq"),
        List.of("--name", "A", "--to", "nobody"),
        List.of("--name", "A", "--templates", "nowhere"),
        List.of("--name", "A", "--today", "2023-02-30"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongWriters")
  void aWriterWhoCannotBeIsRefusedOnPaperAndInMail(List<String> options) throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    for (String command : List.of("letter", "send")) {
      assertEquals(
          2,
          run(Stream.concat(Stream.of(command, "good", "-o", "OUT"), options.stream()).toList()),
          command + user.err);
      assertOneClearRefusal();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"city\nX\n", "name\n", "", "name,email\n\"A\n"})
  void aListThatIsNoneIsRefused(String list) throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Path file = folder.resolve("list.csv");
    Files.writeString(file, list);
    assertEquals(
        2, run(List.of("letter", "good", "-o", "OUT", "--supporters", file.toString())), user.err);
    assertOneClearRefusal("list.csv");
  }

  @Test
  void aListForMailNeedsAColumnOfAddresses() throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Path file = folder.resolve("list.csv");
    Files.writeString(file, "name\nA\n");
    assertEquals(
        2, run(List.of("send", "good", "-o", "OUT", "--supporters", file.toString())), user.err);
    assertOneClearRefusal("\"email\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<#if",
        "${nothing.here}",
        "${'x'?api}",
        "<#assign e='freemarker.template.utility.Execute'?new()>",
        "<#include '/etc/passwd'>",
        "<#include '../../../etc/passwd'>",
        "<table><tr><td>x</td></tr></table>"
      })
  void aTemplateThatIsWrongOrReachesOutIsNamed(String template) throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Path templates = Files.createDirectories(folder.resolve("templates"));
    String page = "<html lang=en><title>t</title><body>";
    Files.writeString(templates.resolve("letter.ftlh"), page + "\n" + template);
    assertEquals(
        2,
        run(
            List.of(
                "letter", "good", "-o", "OUT", "--name", "A", "--templates", templates.toString())),
        user.err);
    assertOneClearRefusal("letter.ftlh");
    assertFalse(user.err.contains("root:"), user.err);
  }

  @Test
  void anOutputFolderThatIsAFileIsNamed() throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Files.writeString(out, "a file");
    for (String command : List.of("letter", "send")) {
      assertEquals(
          2,
          run(List.of(command, "good", "-o", "OUT", "--name", "A", "--email", "a@example.org")),
          command + user.err);
      assertTrue(user.err.contains(out.toString()), user.err);
    }
    assertEquals("a file", Files.readString(out));
  }

  @Test
  void aFullDiskStopsWithAClearMessageAndNoHalfLetter() throws IOException {
    Path full = Path.of("/dev/full");
    org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(full), "/dev/full is not here");
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Files.createDirectories(user.home);
    assertEquals(
        2,
        run(List.of("letter", "good", "-o", "OUT", "--name", "A", "--log", "/dev/full")),
        user.err);
    assertOneClearRefusal("/dev/full");
  }

  @Test
  void aLogThatIsNoneIsNamedAndLeftAsItIs() throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Path log = folder.resolve("notes.txt");
    Files.writeString(log, "my notes, and no log".repeat(100));
    assertEquals(
        2,
        run(List.of("letter", "good", "-o", "OUT", "--name", "A", "--log", log.toString())),
        user.err);
    assertOneClearRefusal("notes.txt");
    assertEquals("my notes, and no log".repeat(100), Files.readString(log));
  }

  /** What a picture's file may be instead of a picture. */
  static Stream<byte[]> noPictures() throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(200, 90, BufferedImage.TYPE_INT_RGB), "png", png);
    byte[] whole = png.toByteArray();
    byte[] huge = whole.clone();
    ByteBuffer.wrap(huge).putInt(16, 50_000).putInt(20, 50_000);
    return Stream.of(
        new byte[0],
        "GIF89a, or nearly so".getBytes(StandardCharsets.US_ASCII),
        Arrays.copyOf(whole, whole.length / 2),
        Arrays.copyOf(whole, 12),
        huge);
  }

  @ParameterizedTest
  @MethodSource("noPictures")
  void aPictureThatIsNoneIsRefusedInEveryFormatThatDrawsIt(byte[] bytes) throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    Path picture = Files.write(folder.resolve("head.png"), bytes);
    for (String option : List.of("--letterhead", "--signature")) {
      for (String format : List.of("pdf", "docx", "html")) {
        List<String> command =
            List.of("letter", "good", "-o", "OUT", "--name", "A", "--format", format);
        assertEquals(
            2,
            run(Stream.concat(command.stream(), Stream.of(option, picture.toString())).toList()),
            option + format + user.err);
        assertOneClearRefusal();
      }
    }
  }

  static Stream<List<String>> wrongUsage() {
    return Stream.of(
        List.of(),
        List.of("nonsense"),
        List.of("letter"),
        List.of("letter", "good", "--nonsense"),
        List.of("letter", "good", "--name", "A", "--format", "papyrus", "-o", "OUT"),
        List.of("send", "good", "--name", "A", "--email", "a@example.org", "--live", "-o", "OUT"),
        List.of("send", "good", "--name", "A", "--live", "--smtp", "smtp://mail.example.org"),
        List.of("send", "good", "--name", "A", "--live", "--smtp", "smtps://u:secret@example.org"),
        List.of("log", "add", "good", "--channel", "pigeon"),
        List.of("log", "resolve", "x"),
        List.of("log", "--state", "lost"));
  }

  @ParameterizedTest(name = "ua {0}")
  @MethodSource("wrongUsage")
  void wrongUsageSaysWhatIsWrong(List<String> command) throws IOException {
    Files.writeString(campaigns.resolve("good.yaml"), GOOD);
    assertEquals(2, run(command), user.err);
    assertOneClearRefusal();
    assertFalse(user.err.contains("secret"), user.err);
  }
}
