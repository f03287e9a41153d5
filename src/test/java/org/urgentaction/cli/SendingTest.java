package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.mail.ScriptedSmtpServer;

/**
 * {@code ua send} with a list: its plan, its limits, its controls, and what changes between runs.
 */
class SendingTest {
  @TempDir Path folder;
  private Session user;
  private ScriptedSmtpServer server;
  private Path campaigns;
  private Path templates;
  private Path list;

  @BeforeEach
  void arrive() throws IOException {
    user = new Session(folder.resolve("home"));
    server = new ScriptedSmtpServer(event -> null);
    campaigns = Files.createDirectories(folder.resolve("campaigns"));
    templates = Files.createDirectories(folder.resolve("own"));
    Files.writeString(campaigns.resolve("first.yaml"), BadInputTest.GOOD);
    list = folder.resolve("list.csv");
    writers(3);
  }

  @AfterEach
  void leave() throws IOException {
    server.close();
  }

  private void writers(int number) throws IOException {
    List<String> rows = new ArrayList<>(List.of("name,email"));
    for (int i = 1; i <= number; i++) {
      rows.add("Writer Number" + i + ",writer" + i + "@example.org");
    }
    Files.write(list, rows);
  }

  private int run(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of(command, "first", "--campaigns", campaigns.toString()));
    return user.run(arguments, more);
  }

  private int live(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--supporters",
                list.toString(),
                "--templates",
                templates.toString(),
                "--live",
                "--yes",
                "--smtp",
                server.url()));
    arguments.addAll(List.of(more));
    return run("send", arguments.toArray(String[]::new));
  }

  @Test
  void onlyWhatIsMissingIsSentWhereTheListHasChangedAndThatIsSaid() throws Exception {
    assertEquals(0, live(), user.err);
    assertFalse(user.err.contains("since the last live run"), user.err);
    writers(5);
    assertEquals(0, live(), user.err);
    assertTrue(user.err.contains("the list is another, or has changed"), user.err);
    assertEquals(5, server.taken().size());
    assertEquals(0, live(), user.err);
    assertFalse(user.err.contains("since the last live run"), user.err);
  }

  @Test
  void whereTheCampaignHasChangedNothingIsSentTwiceAndTheChangeIsSaid() throws Exception {
    assertEquals(0, live(), user.err);
    Files.writeString(
        campaigns.resolve("first.yaml"), BadInputTest.GOOD.replace("issue: 1", "issue: 1 # new"));
    writers(4);
    assertEquals(0, live(), user.err);
    assertTrue(user.err.contains("the campaign file has changed"), user.err);
    assertEquals(4, server.taken().size());
  }

  @Test
  void whereTheTemplateHasChangedTheNewLettersAreOfTheNewOneAndTheChangeIsSaid() throws Exception {
    assertEquals(0, live(), user.err);
    Path template = templates.resolve("letter.ftlh");
    Files.writeString(
        template,
        Files.readString(Path.of("templates/letter.ftlh"))
            .replace("<#if text??>", "<p>Novelty.</p><#if text??>"));
    writers(4);
    assertEquals(0, live(), user.err);
    assertTrue(user.err.contains("the templates have changed"), user.err);
    assertEquals(4, server.taken().size());
    assertTrue(server.taken().get(3).contains("Novelty."), server.taken().get(3));
  }

  @Test
  void thePlanSaysWhoStandsInTheListTwice() throws Exception {
    Files.writeString(list, Files.readString(list) + "Writer Number2,writer2@example.org\n");
    assertEquals(0, live(), user.err);
    assertTrue(user.err.contains("Plan for first: 3 letters"), user.err);
    assertTrue(user.err.contains("more than once (writer 4)"), user.err);
    assertEquals(3, server.taken().size());
  }

  @Test
  void theResultIsThereForProgramsToo() {
    assertEquals(0, live("--json"), user.err);
    assertTrue(user.out.startsWith("{"), user.out);
    assertTrue(user.out.contains("\"letters\" : 3"), user.out);
    assertTrue(user.out.contains("\"sent\" : 3"), user.out);
    assertTrue(user.out.contains("\"exit_status\" : 0"), user.out);
  }

  @Test
  void whatIsPausedIsLeftForLaterAndListedUntilItIsResumed() {
    assertEquals(0, run("pause", "--because", "the office asks"), user.err);
    assertEquals(1, live(), user.err);
    assertTrue(user.err.contains("paused"), user.err);
    user.run("list", "--all", "--campaigns", campaigns.toString());
    assertTrue(user.out.contains("mail paused since 2 May 2023: the office asks"), user.out);
    run("show");
    assertTrue(user.out.contains("mail paused since"), user.out);
    user.run("log");
    assertTrue(user.err.contains("mail paused since"), user.err);
    assertEquals(0, run("resume"), user.err);
    assertEquals(0, live(), user.err);
    assertEquals(3, server.taken().size());
  }

  @Test
  void whatIsCancelledIsRefusedWhateverIsSaidUntilItIsResumed() {
    assertEquals(2, run("cancel"), "a reason is needed");
    assertEquals(0, run("cancel", "--because", "withdrawn"), user.err);
    assertEquals(3, live("--anyway", "a friend agreed"), user.err);
    assertEquals(3, run("pause"), user.err);
    assertEquals(0, server.taken().size());
    assertEquals(0, run("resume"), user.err);
    assertEquals(0, live(), user.err);
    assertEquals(3, server.taken().size());
  }

  @Test
  void aTargetThatIsNotThereCannotBePaused() {
    assertEquals(2, run("pause", "--to", "nobody"));
    assertTrue(user.err.contains("has no target \"nobody\""), user.err);
  }

  @Test
  void aDaysQuotaEndsTheRunAndSaysHowItGoesOn() {
    assertEquals(1, live("--rate", "2/day"), user.err);
    assertEquals(2, server.taken().size());
    assertTrue(user.err.contains("limits: 2 a day"), user.err);
    assertTrue(user.err.contains("the last letter goes in about 1 day"), user.err);
    assertTrue(user.err.contains("--wait"), user.err);
    assertEquals(2, live("--rate", "2 in a while"), user.err);
    assertTrue(user.err.contains("30/min,500/day"), user.err);
  }

  @Test
  void aPlanThatEndsAfterTheDeadlineSaysHowManyWouldNotGo() throws Exception {
    Files.writeString(
        campaigns.resolve("first.yaml"), BadInputTest.GOOD + "deadline: 2023-05-03\n");
    writers(10);
    assertEquals(1, live("--rate", "2/day"), user.err);
    assertTrue(user.err.contains("after the deadline, 3 May 2023"), user.err);
    assertTrue(user.err.replaceAll("\\s+", " ").contains("about 6 of 10 would not go"), user.err);
  }
}
