package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Outcome;
import org.urgentaction.report.ActionFields;

/** The log as other programs get it, and what is taken out of it for good. */
class LogExportTest {
  private static final String OPEN = "ua-31-22-3";

  @TempDir Path home;
  private Session user;
  private Path file;

  @BeforeEach
  void start() {
    user = new Session(home);
    file = home.resolve("log.db");
    user.environment.put("UA_LOG", file.toString());
  }

  private ActionLog on(String day) {
    return ActionLogs.open(file, Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC));
  }

  private void sent(String day, String campaign, String target, int writers, String reply) {
    try (ActionLog log = on(day)) {
      for (int i = 0; i < writers; i++) {
        ActionKey key = new ActionKey(campaign, target, Channel.EMAIL, "%064x".formatted(i));
        assertTrue(log.claim(key, new ActionDetails("ru", "CA"), false).granted());
        log.intent(key, "<%d.%s@example.org>".formatted(i, target), "ab".repeat(32));
        log.outcome(key, new Outcome(ActionState.SENT, reply)).join();
      }
    }
  }

  private static List<CSVRecord> csv(String text) throws IOException {
    return CSVFormat.DEFAULT.parse(new StringReader(text)).getRecords();
  }

  @Test
  void theFieldsOfEveryActionAreThoseOfTheListInBothFormats() throws IOException {
    sent("2023-01-05", OPEN, "president", 2, "250 2.0.0 ok");
    assertEquals(ExitStatus.DONE, user.run("log", "export"));
    List<CSVRecord> rows = csv(user.out);
    assertEquals(ActionFields.NAMES, rows.get(0).toList());
    assertEquals(3, rows.size());
    assertEquals("<0.president@example.org>", rows.get(1).get(8));
    assertEquals(ExitStatus.DONE, user.run("log", "export", "--format", "jsonl"));
    List<String> lines = user.out.lines().toList();
    assertEquals(2, lines.size());
    for (String field : ActionFields.NAMES) {
      assertTrue(lines.get(0).contains("\"" + field + "\":"), lines.get(0));
    }
  }

  @Test
  void noCellIsAFormulaToASpreadsheet() throws IOException {
    sent("2023-01-05", "=1+1", "@SUM(A1)", 1, "-2+3\tcmd|' /C calc'!A0");
    sent("2023-01-05", "+1", "\tx", 1, "\r=2");
    user.run("log", "export");
    for (CSVRecord row : csv(user.out)) {
      for (String cell : row) {
        assertFalse(cell.matches("(?s)[=+\\-@\t\r\n].*"), cell);
      }
    }
    assertTrue(user.out.contains("'=1+1,'@SUM(A1),"), user.out);
    user.run("log", "export", "--format", "jsonl");
    assertTrue(user.out.contains("\"campaign\":\"=1+1\""), user.out);
  }

  @Test
  void aFileIsWrittenWholeForItsOwnerAndCampaignsCanBeChosen() throws IOException {
    sent("2023-01-05", OPEN, "president", 1, "ok");
    sent("2023-01-05", "gone-1-1", "president", 1, "ok");
    sent("2023-01-05", "gone-2-1", "president", 1, "ok");
    Path out = home.resolve("out/log.csv");
    assertEquals(
        ExitStatus.DONE,
        user.run("log", "export", "-o", out.toString(), "--campaign", "31/22,gone-1-1"));
    assertTrue(user.err.contains("2 actions in " + out), user.err);
    assertEquals(3, csv(Files.readString(out)).size());
    assertFalse(Files.readString(out).contains("gone-2-1"));
    try (Stream<Path> files = Files.list(out.getParent())) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aCampaignThatNeitherLogNorFilesKnowIsWrongInput() {
    sent("2023-01-05", OPEN, "president", 1, "ok");
    assertEquals(ExitStatus.INVALID, user.run("log", "export", "--campaign", "99/99"));
    assertEquals(ExitStatus.INVALID, user.run("log", "export", "--format", "xml"));
    assertEquals("", user.out);
  }

  @Test
  void theJsonListIsStillOneArray() {
    sent("2023-01-05", OPEN, "president", 2, "ok");
    assertEquals(ExitStatus.DONE, user.run("log", "--json"));
    assertTrue(user.out.strip().startsWith("[ {") && user.out.strip().endsWith("} ]"), user.out);
    assertEquals(2, user.out.lines().filter(line -> line.contains("\"id\"")).count());
  }

  @Test
  void whatIsOldAndClosedIsForgottenAndItsTotalsStay() {
    sent("2022-01-05", "gone-1-1", "president", 3, "ok");
    sent("2022-01-05", OPEN, "president", 2, "ok");
    assertEquals(ExitStatus.REFUSED, user.run("log", "forget", "--before", "2023-01-01"));
    assertTrue(user.err.contains("nothing was forgotten"), user.err);
    assertEquals(
        ExitStatus.DONE, user.run("log", "forget", "--before", "2023-01-01", "--yes"), user.err);
    assertTrue(user.out.contains("3 actions"), user.out);
    user.run("log");
    assertEquals(2, user.out.lines().count());
    user.run("report", "--json");
    assertTrue(user.out.contains("\"actions\" : 5"), user.out);
    assertEquals(ExitStatus.DONE, user.run("log", "verify"), user.out);
    assertEquals(
        ExitStatus.DONE, user.run("log", "forget", "--before", "2023-01-01", "--yes"), user.err);
    assertTrue(user.err.contains("nothing to forget"), user.err);
    assertTrue(user.err.contains("Kept whole: " + OPEN), user.err);
  }

  @Test
  void anOpenCampaignIsForgottenOnlyWhereItIsNamedAndConfirmed() {
    sent("2022-01-05", OPEN, "president", 2, "ok");
    String[] command = {"log", "forget", "--before", "2023-01-01", "--campaign", "31/22"};
    assertEquals(ExitStatus.REFUSED, user.typing("no\n").run(command));
    assertTrue(user.err.contains("Forget about 2 actions of before 2023-01-01"), user.err);
    assertEquals(ExitStatus.DONE, user.typing("yes\n").run(command), user.err);
    user.run("log");
    assertEquals("", user.out);
    assertEquals(ExitStatus.DONE, user.run("log", "verify"), user.out);
  }

  @Test
  void aDayThatIsNoneIsSaidInPlainWords() {
    assertEquals(ExitStatus.INVALID, user.run("log", "forget", "--before", "May", "--yes"));
    assertEquals("--before: error: \"May\" is no date; write it as 2022-05-01", user.err.strip());
  }

  @Test
  void aDayToComeIsRefused() {
    String tomorrow = LocalDate.parse("2023-05-03").toString();
    assertEquals(
        ExitStatus.INVALID, user.run("log", "forget", "--before", tomorrow, "--yes"), user.err);
  }
}
