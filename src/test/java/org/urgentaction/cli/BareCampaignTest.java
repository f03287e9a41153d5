package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document may lack number, names, officials and requests: every command goes on with it. */
class BareCampaignTest {
  private static final String SUMMARY = "Zhanbolat Mamay was arrested on 25 February 2022.";
  private static final List<String> JANE = List.of("--name", "Jane Roe Smith", "--city", "Toronto");

  @TempDir private Path folder;
  private Session user;

  @BeforeEach
  void aFolderWithOneBareCampaign() throws IOException {
    user = new Session(folder);
    user.environment.put("UA_LOG", folder.resolve("log.db").toString());
    campaign("kz-mamay", "summary: " + SUMMARY);
  }

  private void campaign(String id, String more) throws IOException {
    Files.createDirectories(folder.resolve("campaigns"));
    Files.writeString(
        folder.resolve("campaigns").resolve(id + ".yaml"),
        "country: KZ\nlanguage: en\ntitle: Activist detained\n" + more + "\n");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--campaigns", folder.resolve("campaigns").toString()));
    return user.run(all.toArray(String[]::new));
  }

  private String letter(String id, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("letter", id, "--format", "pdf,txt"));
    command.addAll(JANE);
    command.addAll(List.of("-o", folder.resolve("letters").toString()));
    command.addAll(List.of(more));
    assertEquals(0, run(command.toArray(String[]::new)), user.err);
    return Files.readString(
        folder.resolve("letters").resolve("%s-authorities-en.txt".formatted(id)));
  }

  @Test
  void aLetterToNobodyIsAnOpenOneToTheAuthorities() throws IOException {
    String letter = letter("kz-mamay");
    assertTrue(letter.contains("The authorities (Kazakhstan)\n"), letter);
    assertTrue(letter.contains("Dear Sir or Madam,"), letter);
    assertTrue(letter.contains("Activist detained"), letter);
    assertTrue(letter.contains(SUMMARY), letter);
    assertFalse(letter.contains("urge you to"), letter);
    assertTrue(user.err.contains("gives no deadline"), user.err);
  }

  @Test
  void whatTheDocumentAsksIsAskedOfTheAuthorities() throws IOException {
    campaign("kz-asks", "people: [{name: Zhanbolat Mamay}]\nasks: [release him at once]");
    String letter = letter("kz-asks");
    assertTrue(letter.contains("Appeal on behalf of Zhanbolat Mamay"), letter);
    assertTrue(letter.contains("I respectfully urge you to:"), letter);
    assertTrue(letter.contains("release him at once"), letter);
  }

  @Test
  void aCopyOfAnOpenLetterSaysWhomItWasTo() throws IOException {
    campaign(
        "kz-copy",
        """
        asks: [release him at once]
        copies: [{id: embassy-ca, for: [CA], organization: Embassy of Kazakhstan}]""");
    letter("kz-copy", "--country", "CA");
    String cover = Files.readString(folder.resolve("letters/kz-copy-embassy-ca-en.txt"));
    assertTrue(
        cover.replaceAll("\\s+", " ").contains("addressed to: The authorities (Kazakhstan)"),
        cover);
  }

  @Test
  void everyLanguageWithPhrasesHasAnOpenLetter() throws IOException {
    List<String> tags;
    try (Stream<Path> files = Files.list(Path.of("templates"))) {
      tags =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("messages_"))
              .map(name -> name.replaceAll("messages_|\\.properties", "").replace('_', '-'))
              .toList();
    }
    StringBuilder summary = new StringBuilder("summary:\n");
    tags.forEach(tag -> summary.append("  %s: \"1 2 3\"\n".formatted(tag)));
    campaign("kz-all", summary.toString());
    for (String tag : tags) {
      List<String> command = new ArrayList<>(List.of("letter", "kz-all", "--lang", tag));
      command.addAll(JANE);
      command.addAll(List.of("--format", "pdf,txt", "-o", folder.resolve("all").toString()));
      assertEquals(0, run(command.toArray(String[]::new)), tag + ": " + user.err);
    }
    assertEquals(2 * tags.size(), Session.files(folder.resolve("all")).size());
  }

  @Test
  void thereIsNobodyToSendTo() {
    assertEquals(2, run("send", "kz-mamay", "--name", "Jane", "--email", "jane@example.org"));
    assertTrue(user.err.contains("nobody to send to"), user.err);
    assertTrue(user.err.contains("ua letter kz-mamay"), user.err);
  }

  @Test
  void listAndSheetSayWhatIsThere() {
    assertEquals(0, run("list"), user.err);
    assertTrue(user.out.startsWith("–       Kazakhstan · no deadline given\n"), user.out);
    assertEquals(0, run("list", "--json"), user.err);
    assertTrue(user.out.contains("\"ua\" : null"), user.out);
    assertEquals(0, run("show", "kz-mamay"), user.err);
    assertTrue(user.out.contains("Kazakhstan · no deadline given"), user.out);
    assertTrue(user.out.contains("an open one to the authorities of\n"), user.out);
    assertFalse(user.out.contains("UA "), user.out);
    assertEquals(0, run("show", "kz-mamay", "--json"), user.err);
    assertEquals(0, run("report", "kz-mamay"), user.err);
  }

  @Test
  void checkSaysWhatIsMissingAndWhatBecomesOfIt() {
    assertEquals(0, run("check"), user.out);
    for (String lack : List.of("UA number", "at risk", "target", "deadline", "asked")) {
      assertTrue(user.out.contains(lack), lack + ": " + user.out);
    }
    assertEquals(2, run("check", "--strict"), user.out);
  }

  @Test
  void aCampaignWithoutANumberSupersedesNone() throws IOException {
    campaign("kz-older", "summary: Older.\nissue: 1");
    campaign("kz-newer", "summary: Newer.\nissue: 2");
    assertEquals(0, run("list"), user.err);
    assertTrue(user.out.contains("kz-older") && user.out.contains("kz-newer"), user.out);
  }
}
