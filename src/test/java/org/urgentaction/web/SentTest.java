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
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionRecord;
import org.urgentaction.log.ActionState;

/** "I have sent it": what the log counts, and what it never holds. */
class SentTest {
  private static final String SENT = ServedSite.ACTION + "/write/sent";

  @TempDir static Path folder;
  private static ServedSite site;

  @BeforeAll
  static void serve() {
    site = ServedSite.in(folder);
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @AfterEach
  void nothingWentWrongAndAllIsAsBefore() throws IOException {
    assertEquals(List.of(), List.copyOf(site.troubles));
    site.resetCampaigns();
    site.resetLog();
  }

  private List<ActionRecord> actions() {
    try (ActionLog log = ActionLogs.open(site.log, ServedSite.MAY_2023)) {
      return log.list(ActionFilter.all());
    }
  }

  @Test
  void oneTapAChannelIsCountedAndTheTotalShown() {
    List<Map.Entry<String, String>> letter =
        site.letter(
            "name", "Ann Lee", "city", "Toronto", "country", "CA", "sent", "president:post");
    Document page = Jsoup.parse(ServedSite.text(site.post(SENT, letter)));
    assertEquals(
        "Your letter is counted. Thank you! 1 action taken", page.select("[role=status]").text());
    assertEquals("Posted", page.select(".done").text());
    assertEquals("Ann Lee", page.select("#name").val(), "the form is as it was");
    List<ActionRecord> actions = actions();
    assertEquals(1, actions.size());
    assertEquals(ActionState.POSTED, actions.get(0).state());
    assertEquals(Channel.POST, actions.get(0).key().channel());
    assertEquals("CA", actions.get(0).details().country());
    assertTrue(site.page("/").select(".card").get(0).text().contains("1 action taken"));
  }

  @Test
  void tellingItTwiceCountsOnceAndAnotherChannelCountsAgain() {
    for (String sent : List.of("president:post", "president:post", "president:email")) {
      site.post(SENT, site.letter("name", "Ann Lee", "city", "Toronto", "sent", sent));
    }
    assertEquals(2, actions().size());
    site.post(SENT, site.letter("name", "Bo Lim", "city", "Toronto", "sent", "president:post"));
    assertEquals(3, actions().size());
  }

  @Test
  void whoSignsWithInitialsIsKnownByTheVisitAlone() {
    Document first =
        Jsoup.parse(
            ServedSite.text(
                site.post(
                    SENT,
                    site.letter("name", "Ann Lee", "safe", "yes", "sent", "president:post"))));
    site.post(SENT, ServedSite.filled(first.getElementById("desk"), "sent", "president:post"));
    assertEquals(1, actions().size(), "the same visit");
    site.post(SENT, site.letter("name", "Ann Lee", "safe", "yes", "sent", "president:post"));
    assertEquals(2, actions().size(), "another visit");
  }

  @Test
  void aCallOrAPostInPublicIsCountedFromTheActionsPage() {
    Document action = site.page(ServedSite.ACTION);
    HttpResponse<byte[]> response =
        site.post(
            ServedSite.ACTION + "/sent",
            ServedSite.filled(action.selectFirst("form.taps"), "sent", "president:social"));
    Document page = Jsoup.parse(ServedSite.text(response));
    assertEquals(
        "Your post is counted. Thank you! 1 action taken", page.select("[role=status]").text());
    assertEquals(ActionState.SHARED, actions().get(0).state());
  }

  @Test
  void whatNoOfficialHasIsNotCounted() {
    for (String sent :
        List.of("president:phone", "nobody:post", "president:sms", "president", "")) {
      HttpResponse<byte[]> response = site.post(SENT, site.letter("name", "Ann Lee", "sent", sent));
      assertEquals(404, response.statusCode(), sent);
    }
    assertFalse(Files.exists(site.log), "not even a log was made");
  }

  @Test
  void nothingThatWasTypedIsOnTheDisk() throws Exception {
    site.post(
        SENT,
        site.letter(
            "name",
            "Annabel Leestrange",
            "city",
            "Torontoville",
            "email",
            "ann@example.org",
            "words",
            "Zebras are my witness.",
            "sent",
            "president:post"));
    site.post(
        ServedSite.ACTION + "/write/letter",
        site.letter("name", "Annabel Leestrange", "city", "Torontoville", "file", "president:pdf"));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        for (String typed :
            List.of("Annabel", "Leestrange", "Torontoville", "ann@example", "Zebras")) {
          assertFalse(content.contains(typed), typed + " in " + file);
        }
      }
    }
  }

  @Test
  void aLockedLogIsSaidAndEverythingElseGoesOn() throws Exception {
    site.post(SENT, site.letter("name", "Ann Lee", "sent", "president:post"));
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + site.log);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      HttpResponse<byte[]> response =
          site.post(SENT, site.letter("name", "Bo Lim", "sent", "president:post"));
      assertEquals(503, response.statusCode());
      assertEquals("5", response.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(ServedSite.text(response).contains("could not be counted just now"));
      assertEquals(
          200,
          site.post(
                  ServedSite.ACTION + "/write/letter",
                  site.letter("name", "Bo Lim", "file", "president:pdf"))
              .statusCode());
      statement.execute("ROLLBACK");
    }
    assertEquals(
        200, site.post(SENT, site.letter("name", "Bo Lim", "sent", "president:post")).statusCode());
  }

  @Test
  void aLogThatIsNoneIsSaidAndPagesAreServed() throws Exception {
    Files.writeString(site.log, "This is no database, and nobody should write over it.");
    assertEquals(200, site.get("/").statusCode());
    HttpResponse<byte[]> response =
        site.post(SENT, site.letter("name", "Ann Lee", "sent", "president:post"));
    assertEquals(503, response.statusCode());
    assertTrue(Files.readString(site.log).startsWith("This is no database"));
  }
}
