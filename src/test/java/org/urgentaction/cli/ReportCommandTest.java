package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionDetails;
import org.urgentaction.log.ActionKey;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Outcome;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What was done, added up: for a terminal, a spreadsheet, a slide and the authorities. */
class ReportCommandTest {
  private static final String CAMPAIGN = "ua-31-22-3";

  @TempDir Path home;
  private Session user;
  private int writers;

  @BeforeEach
  void start() {
    user = new Session(home);
    user.environment.put("UA_LOG", home.resolve("log.db").toString());
    sent("2023-04-10", CAMPAIGN, "president", "CA", 3, true);
    sent("2023-04-12", CAMPAIGN, "president", "FR", 2, true);
    sent("2023-04-12", CAMPAIGN, "embassy-ca", null, 1, true);
    sent("2023-04-13", CAMPAIGN, "president", "CA", 4, false);
    try (ActionLog log = on("2023-04-20")) {
      log.noteReply(CAMPAIGN, "president", LocalDate.parse("2023-04-19"), "Received\u001B[31m it");
    }
  }

  private ActionLog on(String day) {
    return ActionLogs.open(
        home.resolve("log.db"), Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC));
  }

  private void sent(
      String day, String campaign, String target, String country, int count, boolean delivered) {
    try (ActionLog log = on(day)) {
      for (int i = 0; i < count; i++) {
        ActionKey key =
            new ActionKey(campaign, target, Channel.EMAIL, "%064x".formatted(writers++));
        String id = "<%d@example.org>".formatted(writers);
        assertTrue(log.claim(key, new ActionDetails("ru", country), false).granted());
        log.intent(key, id, "ab".repeat(32));
        log.outcome(key, new Outcome(ActionState.SENT, "250 ok")).join();
        assertTrue(delivered || log.bounce(id, "550 no such user").isPresent());
      }
    }
  }

  @Test
  void whatCameBackIsListedAndNotCounted() {
    assertEquals(ExitStatus.DONE, user.run("report", "31/22"), user.err);
    assertTrue(user.out.startsWith("6 actions taken, 2023-04-10 to 2023-04-12"), user.out);
    assertTrue(user.out.contains("6 sent, 4 bounced"), user.out);
    assertTrue(user.out.contains("came back"), user.out);
    assertFalse(user.out.contains("2023-04-13"), user.out);
  }

  @Test
  void everyDimensionIsAddedUpWithNamesWithin80Columns() {
    user.run("report", "31/22");
    List<String> lines = user.out.lines().toList();
    assertTrue(lines.contains("        5  Kassym-Jomart Tokayev, President of Kazakhstan"));
    assertTrue(lines.containsAll(List.of("        6  email", "        6  Russian")), user.out);
    int canada = lines.indexOf("        3  Canada");
    assertTrue(canada > 0, user.out);
    assertEquals(
        List.of("        2  France", "        1  not given"),
        lines.subList(canada + 1, canada + 3));
    assertTrue(lines.contains("        3  2023-04-12"), user.out);
    lines.forEach(line -> assertTrue(line.length() <= 80, line));
  }

  @Test
  void repliesAreListedWithoutTheirControlCharacters() {
    user.run("report");
    assertTrue(user.out.contains("2023-04-19"), user.out);
    assertTrue(user.out.contains("Received [31m it"), user.out);
    assertFalse(user.out.contains("\u001B"), user.out);
  }

  @Test
  void manyDaysAreAddedUpByMonth() {
    for (int day = 0; day < 32; day++) {
      sent(
          LocalDate.parse("2023-01-01").plusDays(day).toString(),
          CAMPAIGN,
          "president",
          "CA",
          1,
          true);
    }
    user.run("report");
    assertTrue(user.out.contains("By month"), user.out);
    assertTrue(user.out.contains("       31  2023-01\n"), user.out);
  }

  @Test
  void aSpreadsheetGetsEveryNumberAndNoFormula() throws IOException {
    sent("2023-04-10", "=1+1", "@SUM(A1)", "CA", 1, true);
    Path file = home.resolve("totals.csv");
    assertEquals(ExitStatus.DONE, user.run("report", "-o", file.toString()), user.err);
    List<String> lines = Files.readAllLines(file);
    assertEquals("campaign,target,channel,language,country,day,state,actions", lines.get(0));
    assertTrue(lines.contains("'=1+1,'@SUM(A1),email,ru,CA,2023-04-10,sent,1"), lines.toString());
    assertTrue(
        lines.contains(CAMPAIGN + ",president,email,ru,CA,2023-04-13,bounced,4"), lines.toString());
  }

  @Test
  void jsonHasTotalsStatesAndReplies() {
    user.run("report", "31/22", "--format", "json");
    assertTrue(user.out.contains("\"actions\" : 6"), user.out);
    assertTrue(user.out.contains("\"bounced\" : 4"), user.out);
    assertTrue(user.out.contains("\"not given\" : 1"), user.out);
    assertTrue(user.out.contains("\"on\" : \"2023-04-19\""), user.out);
  }

  @Test
  void theChartIsAnImageWithWordsForThoseWhoHearItAndNothingInItRuns() throws Exception {
    sent("2023-04-10", "<script>alert(1)</script>", "\"><a href='x'>", "CA", 9, true);
    assertEquals(ExitStatus.DONE, user.run("report", "--format", "svg"), user.err);
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(user.out.getBytes(StandardCharsets.UTF_8)));
    Element root = svg.getDocumentElement();
    assertEquals("img", root.getAttribute("role"));
    assertEquals("title desc", root.getAttribute("aria-labelledby"));
    String words = svg.getElementsByTagName("desc").item(0).getTextContent();
    assertTrue(words.contains("15 actions taken"), words);
    assertTrue(words.contains("Canada 12; France 2; not given 1."), words);
    for (String name : List.of("script", "a", "style", "image", "use", "foreignObject")) {
      assertEquals(0, svg.getElementsByTagName(name).getLength(), name);
    }
  }

  @Test
  void theChartAsAPictureIsDrawnInOurOwnFonts() throws IOException {
    Path file = home.resolve("chart.png");
    assertEquals(ExitStatus.DONE, user.run("report", "31/22", "-o", file.toString()), user.err);
    BufferedImage image = ImageIO.read(file.toFile());
    assertNotNull(image);
    assertEquals(1600, image.getWidth());
    int ink = 0;
    for (int x = 0; x < 600; x++) {
      ink += image.getRGB(x, 76) != -1 ? 1 : 0;
    }
    assertTrue(ink > 50, "the title is not there: " + ink);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 6 appeals, Canada: 3",
    "fr, 6 appels, Canada : 3",
    "es, 6 llamamientos|llamamientos 6|6, Canadá: 3",
    "ru, 6 обращений, Канада: 3"
  })
  void theAuthoritiesAreToldNumbersAndRequests(String language, String total, String country) {
    int status = user.run("report", "31/22", "--for", "authorities", "--lang", language);
    assertEquals(ExitStatus.DONE, status, user.err);
    String text = user.out.replaceAll("[\\s\u00A0]+", " ");
    assertTrue(text.matches("(?s).*(" + total + ").*"), text);
    assertTrue(text.contains(country), text);
    assertTrue(text.contains("- "), text);
    assertFalse(text.contains("Received"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "docx", "pdf"})
  void theirTextIsADocumentToo(String format) throws IOException {
    Path file = home.resolve("text." + format);
    assertEquals(
        ExitStatus.DONE,
        user.run("report", "31/22", "--for", "authorities", "-o", file.toString()),
        user.err);
    assertTrue(Files.size(file) > 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format png",
        "--format pdf -o x.pdf",
        "--for authorities --format svg",
        "--for authorities --lang sw",
        "-o report.xls"
      })
  void whatCannotBeWrittenIsSaidBefore(String options) {
    String[] arguments = ("report 31/22 " + options).split(" ");
    assertEquals(ExitStatus.INVALID, user.run(arguments), user.out);
    assertEquals("", user.out);
    assertFalse(user.err.isBlank());
  }

  @Test
  void aCampaignWhoseFileIsGoneIsStillReported() {
    sent("2023-04-10", "gone-1-1", "somebody", "CA", 2, true);
    assertEquals(ExitStatus.DONE, user.run("report", "gone-1-1"), user.err);
    assertTrue(user.out.contains("2  gone-1-1 → somebody"), user.out);
  }
}
