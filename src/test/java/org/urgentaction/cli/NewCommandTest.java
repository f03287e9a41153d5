package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions, each answer judged at once; a file only when all are answered. */
class NewCommandTest {
  private static final String ANSWERS =
      """
      31/23
      2
      Kazakhstan
      en
      Zhanbolat Mamay
      he

      Activist: detained

      release him

      President of Kazakhstan
      Jon Doe
      Your Excellency:
      Mangilik Yel St, 6; Astana
      president@example.org


      CA
      Embassy of Kazakhstan


      ottawa@example.org


      2022-03
      2023-05-12
      """;

  @TempDir private Path folder;
  private Session user;

  @BeforeEach
  void aFolderOfCampaigns() throws IOException {
    user = new Session(folder);
    Files.createDirectories(folder.resolve("campaigns"));
  }

  private int start() {
    return user.run("new", "--campaigns", folder.resolve("campaigns").toString());
  }

  @Test
  void theAnswersBecomeAFileWithoutAnError() throws IOException {
    assertEquals(0, user.typing(ANSWERS).run("new", "-o", folder.resolve("campaigns").toString()));
    String text = Files.readString(folder.resolve("campaigns/ua-31-23-2.yaml"));
    assertTrue(text.contains("country: KZ\n"), text);
    assertTrue(text.contains("address: [\"Mangilik Yel St, 6\", Astana]"), text);
    assertTrue(text.contains("- id: embassy-ca\n    for: [CA]"), text);
    String file = folder.resolve("campaigns/ua-31-23-2.yaml").toString();
    assertEquals(0, user.run("check", file), user.out);
    assertEquals(2, user.typing(ANSWERS).run("new", "-o", file), "it is there already");
  }

  @Test
  void aWrongAnswerIsAskedAgainAndOneCanGoBack() throws IOException {
    String answers =
        ANSWERS
            .replaceFirst("31/23", "none\n?\n31/22\n<\n31/23")
            .replaceFirst("Kazakhstan", "XX\nKazakhstan");
    assertEquals(0, user.typing(answers).run("new", "-o", folder.resolve("campaigns").toString()));
    assertTrue(user.err.contains("`none` is no Urgent Action number"), user.err);
    assertTrue(user.err.contains("Number in the series"), user.err);
    assertTrue(user.err.contains("`XX` is no country code"), user.err);
    assertEquals(List.of("ua-31-23-2.yaml"), Session.files(folder.resolve("campaigns")));
  }

  @Test
  void answersThatEndTooEarlyLeaveNothingBehind() {
    for (int lines = 0; lines < 25; lines++) {
      String some = String.join("\n", ANSWERS.lines().limit(lines).toList()) + "\n";
      user.typing(some);
      assertEquals(3, start(), some);
      assertTrue(user.err.contains("nothing was written"), user.err);
    }
    assertEquals(List.of(), Session.files(folder.resolve("campaigns")));
  }

  @Test
  void aWriterIsAskedWhenNothingIsSavedYet() {
    user.typing("Jane Roe\nToronto\nNowhere\nCanada\n\n\nno address\njane@example.org\n\nen\n");
    assertEquals(0, user.run("me"), user.err);
    assertTrue(user.err.contains("no country is known"), user.err);
    assertTrue(user.out.contains("name:     Jane Roe"), user.out);
    assertTrue(user.out.contains("country:  Canada"), user.out);
    user.typing("\nOttawa\n\n\n\n-\n\n\n");
    assertEquals(0, user.run("me", "--ask"), user.err);
    assertTrue(user.out.contains("city:     Ottawa"), user.out);
    assertFalse(user.out.contains("email"), user.out);
    user.typing("");
    assertEquals(0, user.run("me"), user.err);
    assertTrue(user.out.contains("Ottawa"), user.out);
  }
}
