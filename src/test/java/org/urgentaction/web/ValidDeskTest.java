package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Channel;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Standing;
import org.xml.sax.SAXException;

/** Every coordinators' page is valid HTML, whatever campaigns, log and forms hold. */
class ValidDeskTest {
  private static final String HOSTILE = ValidPagesTest.HOSTILE;

  @TempDir static Path folder;
  private static ServedSite site;

  @BeforeAll
  static void serve() throws IOException {
    site = ServedSite.in(folder);
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(site.campaigns.resolve("bad.yaml"), ValidPagesTest.hostile(full));
    Files.writeString(
        site.campaigns.resolve("ua-55-23-1.yaml"),
        "ua: 55/23\n\"<b>x</b>\": 1\ncountry: \"<i>\"\n");
    LoggedActions actions = new LoggedActions(site.log);
    actions.aFewDays();
    for (ActionState state : List.of(ActionState.UNKNOWN, ActionState.SENT)) {
      actions.email("2023-05-01", "bad", "president", "en", "CA", 4, state, HOSTILE);
      actions.email("2023-05-01", "bad", "<b>gone</b>", "zz", "ZZ", 1, state, HOSTILE);
    }
    try (ActionLog log = ActionLogs.open(site.log, ServedSite.MAY_2023)) {
      log.control("bad", null, Standing.PAUSED, HOSTILE);
      log.control("bad", "president", Standing.CANCELLED, HOSTILE);
      log.control("bad", "<b>gone</b>", Standing.PAUSED, null);
      log.noteReply("bad", "president", LocalDate.of(2023, 5, 1), HOSTILE);
    }
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String ui : List.of("?ui=en", "?ui=ar")) {
      for (String path :
          List.of(
              "/",
              "/campaign/bad",
              "/campaign/ua-31-22-3",
              "/campaign/ua-31-22-1",
              "/campaign/ua-31-22-2/report",
              "/campaign/bad/report",
              "/campaign/bad/unknown",
              "/campaign/ua-31-22-1/unknown",
              "/report",
              "/unknown",
              "/campaign/nothing",
              "/campaign/ua-55-23-1")) {
        pages.put(path + ui, ServedSite.text(site.get(site.desk(path + ui))));
      }
      for (String path : List.of("/campaign/bad", "/campaign/bad/unknown")) {
        String at = site.desk(path + ui);
        pages.put(
            "form " + path + ui,
            ServedSite.text(
                site.post(
                    at,
                    ServedSite.filled(
                        site.page(at).selectFirst("form"),
                        "word",
                        HOSTILE,
                        "target",
                        HOSTILE,
                        "action",
                        HOSTILE,
                        "because",
                        HOSTILE))));
      }
      pages.put(
          "settled " + ui,
          ServedSite.text(
              site.post(
                  site.desk("/unknown" + ui),
                  ServedSite.filled(
                      site.page(site.desk("/unknown" + ui)).selectFirst("form"),
                      "word",
                      "sent",
                      "action",
                      HOSTILE))));
    }
    return pages;
  }

  @Test
  void everyPageIsValid() throws IOException, SAXException {
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, String> page : pages().entrySet()) {
      EmbeddedValidator validator = new EmbeddedValidator();
      validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
      String said =
          validator.validate(
              new ByteArrayInputStream(page.getValue().getBytes(StandardCharsets.UTF_8)));
      if (!said.isBlank()) {
        faults.add(page.getKey() + said);
      }
    }
    assertEquals(List.of(), faults);
    assertEquals(List.of(), List.copyOf(site.troubles));
  }

  @Test
  void whatOthersWriteStaysText() {
    Map<String, String> pages = pages();
    for (Map.Entry<String, String> each : pages.entrySet()) {
      Document page = Jsoup.parse(each.getValue());
      assertEquals(1, page.select("script").size(), each.getKey());
      assertEquals(0, page.select("img[src=x], b, i, [onerror], [style]").size(), each.getKey());
      assertFalse(page.text().contains("49&"), each.getKey());
    }
    String page = Jsoup.parse(pages.get("/campaign/bad?ui=en")).text();
    assertTrue(page.contains("<script>alert(1)</script>"), "shown as it was written");
    assertTrue(page.contains("<b>gone</b>"), "of the log too");
  }

  @Test
  void everyLanguageSaysEverythingThatAPageAsksFor() throws IOException {
    TreeSet<String> english = keys("desk", "en");
    TreeSet<String> shared = keys("page", "en");
    for (Locale language : Visitor.LANGUAGES) {
      String tag = language.toLanguageTag();
      assertEquals(english, keys("desk", tag), tag);
      for (String path :
          List.of("/", "/campaign/bad", "/campaign/bad/report", "/unknown", "/campaign/x")) {
        assertTrue(site.get(site.desk(path + "?ui=" + tag)).statusCode() < 422, path + " " + tag);
      }
    }
    for (ActionState state : ActionState.values()) {
      assertTrue(english.contains("state." + state), state.toString());
    }
    for (Channel channel : Channel.values()) {
      assertTrue(english.contains("channel." + channel), channel.toString());
    }
    for (Refusal.Kind kind : Refusal.Kind.values()) {
      assertTrue(shared.contains("problem." + kind.key()), kind.toString());
    }
  }

  private static TreeSet<String> keys(String bundle, String tag) throws IOException {
    Properties phrases = new Properties();
    try (var reader =
        Files.newBufferedReader(Path.of("templates/web/" + bundle + "_" + tag + ".properties"))) {
      phrases.load(reader);
    }
    return new TreeSet<>(phrases.stringPropertyNames());
  }
}
