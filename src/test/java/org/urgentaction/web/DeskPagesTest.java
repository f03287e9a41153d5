package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Control;
import org.urgentaction.log.Standing;

/** What coordinators read of campaigns and their log, and what their word does to it. */
class DeskPagesTest {
  private static final String ONE = "/campaign/" + LoggedActions.CAMPAIGN;

  @TempDir static Path folder;
  private static ServedSite site;

  private static LoggedActions days;

  @BeforeAll
  static void serve(@TempDir Path written) {
    site = ServedSite.in(folder);
    days = new LoggedActions(written.resolve("log.db"));
    days.aFewDays();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @AfterEach
  void nothingWentWrongAndAllIsAsBefore() throws IOException {
    assertEquals(List.of(), List.copyOf(site.troubles));
    site.resetLog();
  }

  private static ActionLog log() {
    return ActionLogs.open(site.log, ServedSite.MAY_2023);
  }

  private static List<Control> controls() {
    try (ActionLog log = log()) {
      return log.controls();
    }
  }

  private static HttpResponse<byte[]> send(String path, String... fields) {
    return site.post(
        site.desk(path), ServedSite.filled(site.page(site.desk(path)).selectFirst("form"), fields));
  }

  @Test
  void campaignsAreListedWithWhatTheirFilesAndTheLogSay() throws IOException {
    days.copyTo(site.log);
    Document page = site.page(site.desk("/"));
    String card = page.select(".card:has(a[href$=" + ONE + "])").text();
    assertTrue(card.contains("103 actions taken"), card);
    assertTrue(card.contains("3 wait for your decision"), card);
    assertTrue(card.contains("1 warning"), card);
    assertTrue(card.contains("Akylbek Kamaldinov: mail comes back"), card);
    assertEquals(1, page.select("section:has(#open) .card").size());
    assertEquals(2, page.select("section:has(#closed) .card").size(), "superseded ones");
  }

  @Test
  void withoutALogNothingIsMissingAndNoneIsMade() {
    assertTrue(site.page(site.desk("/")).text().contains("0 actions taken"));
    assertTrue(site.page(site.desk(ONE)).text().contains("Nothing yet."));
    assertTrue(site.page(site.desk("/unknown")).text().contains("Nothing waits for your word"));
    assertTrue(site.page(site.desk("/report")).text().contains("Nothing yet."));
    assertEquals(200, site.get(site.desk("/report/actions.csv")).statusCode());
    assertFalse(Files.exists(site.log), "reading makes no log");
  }

  @Test
  void aFileThatCannotBeReadIsShownWithItsPlaceAndSpoilsNoOther() throws IOException {
    Path broken = site.campaigns.resolve("ua-55-23-1.yaml");
    Files.writeString(broken, "ua: 55/23\nisue: 1\ncountry: KZ\nlanguage: en\n");
    Document page = site.page(site.desk("/"));
    String said = page.select(".notice.bad li").text();
    assertTrue(said.contains(broken + " 2:1 unknown key `isue`; did you mean `issue`?"), said);
    assertEquals(3, page.select(".card").size());
    assertEquals(503, site.get(site.desk("/campaign/ua-55-23-1")).statusCode());
    assertEquals(200, site.get(site.desk(ONE)).statusCode());
    assertEquals(404, site.get(site.desk("/campaign/none")).statusCode());
    assertTrue(
        site.page(site.desk("/campaign/none")).select("a.button").attr("href").contains("/desk/"));
    Files.delete(broken);
  }

  @Test
  void aCampaignsPageHasItsWarningsAndWhatBecameOfItsLetters() throws IOException {
    days.copyTo(site.log);
    Path file = site.campaigns.resolve(LoggedActions.CAMPAIGN + ".yaml");
    Files.writeString(
        file, Files.readString(file).replace("previous: [ua-31-22-2]", "previous: [ua-31-22-9]"));
    Document page = site.page(site.desk(ONE));
    site.resetCampaigns();
    String warnings = page.select("section:has(#warnings) li").text();
    assertTrue(warnings.contains("there is no deadline"), warnings);
    assertTrue(warnings.contains("there is no campaign `ua-31-22-9`"), warnings);
    assertTrue(warnings.contains("did you mean"), warnings);
    assertEquals(
        List.of(
            "To Channel Sent Put off Refused Unknown Came back Posted",
            "Kassym-Jomart Tokayev Post – – – – – 6",
            "Kassym-Jomart Tokayev Email 97 2 1 3 – –",
            "His Excellency Akylbek Kamaldinov Email – – – – 4 –"),
        page.select("table tr").eachText());
    assertTrue(page.text().contains("mail comes back (4 of 4)"), page.text());
    assertTrue(page.text().contains("The office has taken note."), page.text());
  }

  @Test
  void mailIsPausedGoesOnAndIsCancelled() {
    HttpResponse<byte[]> answer = send(ONE, "word", "pause", "because", "Too many at once");
    assertEquals(303, answer.statusCode());
    String next = answer.headers().firstValue("Location").orElseThrow();
    assertEquals(site.desk(ONE + "?said=paused"), next.replaceFirst("^http://[^/]*", ""));
    Control word = controls().get(0);
    assertEquals(LoggedActions.CAMPAIGN, word.campaign());
    assertEquals(Standing.PAUSED, word.standing());
    assertEquals("Too many at once", word.reason());
    Document page = site.page(site.desk(ONE + "?said=paused&ui=en"));
    assertTrue(page.select("[role=status]").text().startsWith("Paused."));
    assertTrue(page.text().contains("Mail paused since May 2, 2023."), page.text());
    assertTrue(site.page(site.desk("/")).text().contains("mail paused"));
    send(ONE, "word", "pause", "target", "president");
    answer = send(ONE, "word", "resume", "target", "president");
    assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith("said=held"));
    answer = send(ONE, "word", "resume");
    assertTrue(answer.headers().firstValue("Location").orElseThrow().endsWith("said=running"));
    assertEquals(303, send(ONE, "word", "cancel", "because", "He is free").statusCode());
    try (ActionLog log = log()) {
      assertEquals(Standing.CANCELLED, log.standing(LoggedActions.CAMPAIGN, "president"));
    }
    answer = send(ONE, "word", "pause");
    assertEquals(422, answer.statusCode(), "pausing would be less");
    assertTrue(ServedSite.text(answer).contains("cancelled, which is more than paused"));
    assertEquals(5, controls().size());
  }

  @Test
  void anOfficialsAnswerIsNoted() {
    Document page = site.page(site.desk(ONE));
    String at = site.desk(ONE + "/reply");
    HttpResponse<byte[]> answer =
        site.post(
            at,
            ServedSite.filled(
                page.selectFirst("form[action*=reply]"),
                "from",
                "embassy-ca",
                "on",
                "2023-04-28",
                "words",
                "We have received it."));
    assertEquals(303, answer.statusCode());
    page = site.page(site.desk(ONE + "?said=replied"));
    String noted = page.select("section:has(#replies) li").text();
    assertTrue(noted.startsWith("April 28, 2023: His Excellency Akylbek Kamaldinov"), noted);
    assertTrue(noted.endsWith("We have received it."), noted);
    String token = page.select("[name=token]").get(0).val();
    for (String[] wrong :
        List.of(
            new String[] {"nobody", "2023-04-28", "x"},
            new String[] {"president", "2023-05-03", "x"},
            new String[] {"president", "tomorrow", "x"},
            new String[] {"president", "2023-04-28", "x".repeat(501)})) {
      answer =
          site.post(
              at,
              List.of(
                  Map.entry("token", token),
                  Map.entry("from", wrong[0]),
                  Map.entry("on", wrong[1]),
                  Map.entry("words", wrong[2])));
      assertEquals(422, answer.statusCode(), wrong[0] + wrong[1]);
    }
    try (ActionLog log = log()) {
      assertEquals(1, log.replies(LoggedActions.CAMPAIGN).size());
    }
  }

  @Test
  void aWordThatSaysTooLittleOrTooMuchChangesNothing() {
    for (String[] fields :
        List.of(
            new String[] {"word", "cancel"},
            new String[] {"word", "destroy", "because", "x"},
            new String[] {"because", "x"},
            new String[] {"word", "pause", "target", "nobody"},
            new String[] {"word", "pause", "because", "x".repeat(501)},
            new String[] {"word", "pause", "because", "one\u202Eline"})) {
      HttpResponse<byte[]> answer = send(ONE, fields);
      assertEquals(422, answer.statusCode(), String.join(" ", fields));
      assertTrue(ServedSite.text(answer).contains("Nothing was noted"), ServedSite.text(answer));
    }
    Document page = Jsoup.parse(ServedSite.text(send(ONE, "because", "Still here")));
    assertEquals("Still here", page.select("#because").val());
    assertFalse(Files.exists(site.log), "nothing was noted");
  }

  @Test
  void noWordIsTakenWithoutATokenOrFromAnotherSite() throws IOException {
    days.copyTo(site.log);
    for (String path : List.of(ONE, "/unknown", ONE + "/unknown")) {
      String at = site.desk(path);
      List<Map.Entry<String, String>> form =
          ServedSite.filled(site.page(at).selectFirst("form"), "word", "pause");
      List<Map.Entry<String, String>> bare =
          form.stream().filter(each -> !each.getKey().equals("token")).toList();
      assertEquals(403, site.post(at, bare).statusCode(), path);
      assertEquals(403, site.post(at, form, "Origin", "https://evil.example").statusCode(), path);
      assertEquals(403, site.post(at, form, "Sec-Fetch-Site", "cross-site").statusCode(), path);
    }
    assertEquals(List.of(), controls());
  }

  @Test
  void whatIsUnknownIsExplainedAndSettledByAPersonsWord() throws IOException {
    days.copyTo(site.log);
    Document page = site.page(site.desk(ONE + "/unknown"));
    String first = page.select(".doubts li").get(0).text();
    assertTrue(first.contains("May 1, 2023"), first);
    assertTrue(first.contains("president@section.example>"), first);
    assertTrue(first.contains(LoggedActions.LOST), first);
    List<String> ids = page.select("[name=action]").eachAttr("value");
    assertEquals(3, ids.size());
    HttpResponse<byte[]> none = send(ONE + "/unknown", "word", "sent");
    assertEquals(422, none.statusCode());
    assertTrue(ServedSite.text(none).contains("please mark the messages"));
    assertEquals(422, send("/unknown", "action", ids.get(0), "word", "x").statusCode());
    HttpResponse<byte[]> sent = send(ONE + "/unknown", "action", ids.get(0), "word", "sent");
    assertEquals(303, sent.statusCode());
    String next = sent.headers().firstValue("Location").orElseThrow();
    assertTrue(next.endsWith(ONE + "/unknown?said=sent&n=1"), next);
    send("/unknown", "action", ids.get(1), "word", "not-sent");
    send("/unknown", "action", ids.get(2), "word", "failed");
    try (ActionLog log = log()) {
      assertEquals(
          List.of(ActionState.SENT, ActionState.CLAIMED, ActionState.FAILED),
          ids.stream().map(id -> log.findByPrefix(id).get(0).state()).toList());
      ActionRecord free = log.findByPrefix(ids.get(1)).get(0);
      assertEquals(null, free.worker(), "free for the next run");
    }
    assertTrue(site.page(site.desk("/unknown?said=failed&n=1")).text().contains("will not be"));
  }

  @Test
  void whatSomebodyElseHasSettledIsSaidAndTheRestIsNoted() throws IOException {
    days.copyTo(site.log);
    Document page = site.page(site.desk("/unknown"));
    List<String> ids = page.select("[name=action]").eachAttr("value");
    try (ActionLog log = log()) {
      log.resolve(ids.get(0), ActionState.SENT);
    }
    List<Map.Entry<String, String>> form =
        List.of(
            Map.entry("token", page.select("[name=token]").get(0).val()),
            Map.entry("action", ids.get(0)),
            Map.entry("action", ids.get(1)),
            Map.entry("word", "failed"));
    HttpResponse<byte[]> answer = site.post(site.desk("/unknown"), form);
    assertEquals(422, answer.statusCode());
    assertTrue(ServedSite.text(answer).contains("Not everything could be noted"));
    try (ActionLog log = log()) {
      assertEquals(ActionState.SENT, log.findByPrefix(ids.get(0)).get(0).state());
      assertEquals(ActionState.FAILED, log.findByPrefix(ids.get(1)).get(0).state());
      assertEquals(1, log.list(ActionFilter.in(ActionState.UNKNOWN)).size());
    }
  }

  @Test
  void manyUnknownsAreShownSomeAtATime() {
    new LoggedActions(site.log)
        .email(
            "2023-05-01",
            "ua-1-99-1",
            "minister",
            "en",
            "CA",
            205,
            ActionState.UNKNOWN,
            "421 lost");
    Document page = site.page(site.desk("/unknown"));
    assertEquals(200, page.select(".doubts li").size());
    assertTrue(page.text().contains("205 messages were handed"), page.select("main").text());
    assertTrue(page.text().contains("The first 200 are shown"));
    assertTrue(page.select(".doubts li").get(0).text().contains("ua-1-99-1"), "without a file");
  }

  @Test
  void aLockedLogIsSaidAndCampaignsAreShown() throws Exception {
    days.copyTo(site.log);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + site.log);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      HttpResponse<byte[]> answer = send(ONE, "word", "pause");
      assertEquals(503, answer.statusCode());
      String page = Jsoup.parse(ServedSite.text(answer)).select("main").text();
      assertTrue(page.contains("The log cannot be used just now"), page);
      assertTrue(page.contains("locked"), page);
      assertEquals(200, site.get("/").statusCode());
      statement.execute("ROLLBACK");
    }
    assertEquals(303, send(ONE, "word", "pause").statusCode());
    site.resetLog();
    Files.writeString(site.log, "This is no database, and nobody should write over it.");
    for (String path : List.of("/", ONE)) {
      Document page = site.page(site.desk(path));
      assertTrue(page.text().contains("The log cannot be read just now"), page.text());
      assertTrue(page.text().contains("opposition leader silenced"), page.text());
    }
    assertEquals(503, site.get(site.desk("/unknown")).statusCode());
    assertEquals(503, site.get(site.desk("/report/report.csv")).statusCode());
    assertTrue(Files.readString(site.log).startsWith("This is no database"));
  }

  @Test
  void theKeyIsInNoFile() throws IOException {
    days.copyTo(site.log);
    send(ONE, "word", "pause", "because", "A word");
    String key = site.desk("").substring("/desk/".length());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertFalse(content.contains(key), file.toString());
      }
    }
  }
}
