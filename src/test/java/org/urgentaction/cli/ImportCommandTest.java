package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document goes in, a campaign file comes out that every other command takes as it is. */
class ImportCommandTest {
  private static final String ACTION =
      """
      URGENT ACTION

      KAZAKHSTAN: TEACHER HELD FOR A POST

      Aigul Testova, a teacher, was arrested on 3 May 2022 over a post about prices. She is a
      prisoner of conscience and must be released.

      TAKE ACTION:
      1. Write a letter in your own words or using the sample below.
      2. Click here to let us know the actions you took on Urgent Action 77.22.

      President of Kazakhstan Jon Doe
      Mangilik Yel St, 6
      Fax: +7 7172 74-56-31
      Email: president@example.org

      Dear Mr President,

      I am writing to urge you to release Aigul Testova at once and unconditionally.

      Sincerely,

      PREFERRED LANGUAGE TO ADDRESS TARGET: Russian, English

      PLEASE TAKE ACTION AS SOON AS POSSIBLE UNTIL: May 12, 2023

      NAME AND PRONOUN: Aigul Testova (she, her)
      """;

  @TempDir private Path folder;
  private Session user;

  @BeforeEach
  void anEmptyFolderOfCampaigns() throws IOException {
    user = new Session(folder);
    user.environment.put("UA_LOG", folder.resolve("log.db").toString());
    Files.createDirectories(folder.resolve("campaigns"));
  }

  private Path document(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--campaigns", folder.resolve("campaigns").toString()));
    return user.run(all.toArray(String[]::new));
  }

  @Test
  void whatIsImportedGoesThroughEveryCommandWithoutAnEdit() throws IOException {
    Path document = document("action.txt", ACTION);
    assertEquals(0, run("import", document.toString()), user.err);
    assertTrue(user.out.contains("UA 77/22"), user.out);
    assertTrue(user.out.contains("Aigul Testova (she/her)"), user.out);
    assertTrue(user.out.contains("deadline  12 May 2023"), user.out);
    assertTrue(user.out.contains("Next: ua check"), user.out);
    assertTrue(user.out.lines().noneMatch(line -> line.length() > 80 && line.startsWith(" ")));
    Path file = folder.resolve("campaigns/ua-77-22.yaml");
    assertFalse(Files.readString(file).contains(folder.toString()), "a path of this machine");
    assertEquals(0, run("check", file.toString()), user.out);
    List<String> letter = List.of("letter", "77/22", "--name", "Jane Roe", "--city", "Toronto");
    List<String> command = new ArrayList<>(letter);
    command.addAll(List.of("-o", folder.resolve("letters").toString()));
    assertEquals(0, run(command.toArray(String[]::new)), user.err);
  }

  @Test
  void aFileThatIsThereIsNeverOverwrittenUnasked() throws IOException {
    Path document = document("action.txt", ACTION);
    assertEquals(0, run("import", document.toString()), user.err);
    Path file = folder.resolve("campaigns/ua-77-22.yaml");
    Files.writeString(file, Files.readString(file) + "# my own work\n");
    assertEquals(2, run("import", document.toString()));
    assertTrue(user.err.contains("--force"), user.err);
    assertTrue(Files.readString(file).endsWith("# my own work\n"));
    assertEquals(0, run("import", document.toString(), "--force"), user.err);
    assertFalse(Files.readString(file).contains("my own work"));
  }

  @Test
  void oneThatIsNoUrgentActionStopsNoOther() throws IOException {
    Path good = document("action.txt", ACTION);
    Path article = document("article.txt", "The weather in May was mild. Nothing happened.\n");
    assertEquals(1, run("import", article.toString(), good.toString()));
    assertEquals(1, user.err.lines().count(), user.err);
    assertTrue(Files.exists(folder.resolve("campaigns/ua-77-22.yaml")));
    assertEquals(2, run("import", article.toString()));
    assertEquals(2, run("import", folder.resolve("missing.docx").toString()));
    assertFalse(user.err.contains("\tat "), user.err);
  }

  @Test
  void jsonHasTheKeysOfTheFileAndWritesNothing() throws IOException {
    Path document = document("action.txt", ACTION);
    assertEquals(0, run("import", "--json", document.toString()), user.err);
    assertTrue(user.out.startsWith("{"), user.out);
    assertTrue(user.out.contains("\"deadline\" : \"2023-05-12\""), user.out);
    assertFalse(user.out.contains("check"), user.out);
    assertEquals(List.of(), Session.files(folder.resolve("campaigns")));
    assertEquals(0, run("import", "--json", document.toString(), document.toString()));
    assertTrue(user.out.startsWith("["), user.out);
  }

  @Test
  void anotherVersionGoesIntoTheFileAndAnotherActionDoesNot() throws IOException {
    assertEquals(0, run("import", document("action.txt", ACTION).toString()), user.err);
    Path file = folder.resolve("campaigns/ua-77-22.yaml");
    Files.writeString(file, "# my own remark\n" + Files.readString(file));
    String later =
        ACTION
            .replace("May 12, 2023", "May 20, 2023")
            .replace("president@example.org", "president@example.org, office@example.net");
    Path other = document("later.txt", later);
    assertEquals(0, run("import", "--into", "77/22", other.toString()), user.err);
    String text = Files.readString(file);
    assertTrue(text.startsWith("# my own remark\n"), text);
    assertTrue(text.contains("# check: later.txt has: 2023-05-20\ndeadline: 2023-05-12"), text);
    assertTrue(user.out.contains("differs   deadline: 2023-05-20"), user.out);
    Path different = document("different.txt", ACTION.replace("77.22", "78.22"));
    assertEquals(2, run("import", "--into", "77/22", different.toString()));
    assertTrue(user.err.contains("UA 78/22"), user.err);
    assertEquals(text, Files.readString(file));
    assertEquals(0, run("import", "--into", "77/22", "--anyway", "misprint", different.toString()));
  }

  @Test
  void wrongUsageIsSaidInOneLine() throws IOException {
    Path document = document("action.txt", ACTION);
    assertEquals(2, run("import"));
    assertEquals(2, run("import", "--json", "-o", "x.yaml", document.toString()));
    assertEquals(1, user.err.lines().count(), user.err);
    assertEquals(2, run("import", "--anyway", "so", document.toString()));
    assertEquals(2, run("import", "--into", "no-such", document.toString()));
    assertEquals(2, run("import", "-o", "x.yaml", document.toString(), document.toString()));
    assertEquals(2, run("import", folder.toString()));
    assertFalse(user.err.contains("\tat "), user.err);
  }
}
