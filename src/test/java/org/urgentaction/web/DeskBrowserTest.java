package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The coordinators' pages in the system's Chromium, as people go through them. */
class DeskBrowserTest {
  private static final String ONE = "/campaign/" + LoggedActions.CAMPAIGN;
  private static final List<String> PAGES =
      List.of("/", ONE, ONE + "/report", "/report", "/unknown", "/campaign/ua-31-22-1", "/x");

  @TempDir static Path folder;
  private static ServedSite site;
  private static Browser browser;
  private static LoggedActions days;

  @BeforeAll
  static void open(@TempDir Path written) throws IOException {
    site = ServedSite.in(folder);
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(
        site.campaigns.resolve("full.yaml"),
        full.replace("ua: 31/22", "ua: 40/23").replace("2023-06-14", "2023-05-04"));
    Files.writeString(
        site.campaigns.resolve("ua-55-23-1.yaml"), "ua: 55/23\nisue: 1\ncountry: KZ\n");
    days = new LoggedActions(written.resolve("log.db"));
    days.aFewDays();
    days.copyTo(site.log);
    browser = Browser.open(folder);
    browser.go(site.uri(site.desk("/report")));
    browser.requests(); // the browser's own first page
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    site.close();
  }

  @AfterEach
  void nothingWasAskedOfAnybodyElseAndNothingWasBlocked() throws IOException {
    browser.scripts(true);
    browser.assertNothingAskedElsewhere(site);
    site.resetLog();
    days.copyTo(site.log);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromTheListToAWordOnMailADoubtSettledAndAReport(boolean scripts) throws Exception {
    browser.scripts(scripts);
    browser.go(site.uri(site.desk("/?ui=en")));
    browser.find("a[href*='" + ONE + "']").click();
    browser.find("#because").sendKeys("Too many at once");
    browser.click("button[value=pause]");
    browser.waitFor("[role=status]", "Paused.");
    browser.waitFor(".notice", "Mail paused since May 2, 2023. Too many at once");
    browser.click("button[value=cancel]");
    browser.waitFor("[role=alert]", "please say why it is to be cancelled");
    browser.click("button[value=resume]");
    browser.waitFor("[role=status]", "It goes on.");
    browser.find(".buttons a[href*='/unknown']").click();
    browser.all(".doubts input").get(0).click();
    browser.all(".doubts input").get(2).click();
    browser.click("button[value=sent]");
    browser.waitFor("[role=status]", "Noted: 2 messages were sent.");
    assertEquals(1, browser.all(".doubts input").size());
    browser.find(".back a").click();
    browser.find(".buttons a[href*='/report']").click();
    browser.waitFor("main", "105 actions taken");
    assertEquals(
        Boolean.TRUE,
        scripts
            ? browser.script("return document.querySelector('.chart img').naturalWidth > 100")
            : Boolean.TRUE);
    browser.click("a[href$='actions.csv']");
    String csv =
        new String(
            browser.download(LoggedActions.CAMPAIGN + "-actions.csv"), StandardCharsets.UTF_8);
    assertEquals(114, csv.lines().count(), csv);
    browser.click("a[href$='authorities-fr.pdf']");
    byte[] pdf = browser.download(LoggedActions.CAMPAIGN + "-authorities-fr.pdf");
    assertTrue(new String(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
  }

  @Test
  void everythingIsReachedByKeyboard() throws Exception {
    browser.go(site.uri(site.desk(ONE + "?ui=en")));
    browser.press(Keys.TAB);
    assertEquals("#content", browser.focused().getDomAttribute("href"));
    browser.press(Keys.ENTER);
    browser.press(Keys.TAB);
    assertTrue(browser.focused().getDomAttribute("href").contains("/send"), "first on the page");
    browser.find("#because").sendKeys("By keyboard", Keys.TAB, Keys.ENTER);
    browser.waitFor(".notice", "By keyboard");
    browser.go(site.uri(site.desk("/unknown?ui=en")));
    browser.find(".doubts input").sendKeys(Keys.SPACE);
    browser.find("button[value=failed]").sendKeys(Keys.ENTER);
    browser.waitFor("[role=status]", "Noted: one message was not sent and will not be.");
  }

  @Test
  void nothingSticksOutOfANarrowScreen() {
    List<String> wide = new ArrayList<>();
    for (String path : PAGES) {
      for (String ui : List.of("en", "ru", "ar")) {
        browser.size(320, 640, true);
        browser.go(site.uri(site.desk(path + "?ui=" + ui)));
        Object width = browser.script("return document.scrollingElement.scrollWidth");
        if (((Number) width).intValue() > 320) {
          wide.add(path + " " + ui + " " + width);
        }
      }
    }
    assertEquals(List.of(), wide);
  }

  @Test
  void axeFindsNothingInEitherDirectionAndEitherScheme() throws Exception {
    List<String> found = new ArrayList<>();
    for (String ui : List.of("en", "ar")) {
      for (String path : PAGES) {
        browser.go(site.uri(site.desk(path + "?ui=" + ui)));
        look(path + " " + ui, found);
      }
      browser.go(site.uri(site.desk(ONE + "?ui=" + ui)));
      browser.click("#replies ~ details summary");
      look("noting an answer " + ui, found);
      browser.click("button[value=cancel]");
      look("a word that says too little " + ui, found);
      browser.find("#because").sendKeys("Free");
      browser.click("button[value=cancel]");
      browser.waitFor("[role=status]", "");
      look("cancelled " + ui, found);
      browser.go(site.uri(site.desk("/unknown?ui=" + ui)));
      browser.click("button[value=sent]");
      look("nothing marked " + ui, found);
    }
    assertEquals(List.of(), found);
  }

  private static void look(String page, List<String> found) {
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      browser.axe(dark).forEach(line -> found.add(page + (dark ? " dark: " : ": ") + line));
    }
  }

  @Test
  void picturesForTheManual() throws IOException {
    Files.delete(site.campaigns.resolve("ua-55-23-1.yaml"));
    picture("web-desk", ONE + "?ui=en", 1280, 1440, false);
    picture("web-desk-report", ONE + "/report?ui=fr", 1280, 1300, true);
    picture("web-desk-list", "/?ui=ar", 1280, 900, false);
  }

  private static void picture(String name, String path, int width, int height, boolean dark)
      throws IOException {
    browser.size(width, height, width < 600);
    browser.dark(dark);
    browser.go(site.uri(site.desk(path)));
    // Where the files of the test stand is nobody's business.
    browser.script(
        "const p = document.querySelector('#warnings ~ .hint bdi');"
            + "if (p) p.textContent = 'campaigns/' + p.textContent.split('/').pop();");
    byte[] png = browser.picture();
    assertEquals((byte) 0x89, png[0]);
    Path kept = Path.of("target/web");
    Files.createDirectories(kept);
    Files.write(kept.resolve(name + ".png"), png);
    if (!System.getProperty("update", "").isEmpty() && !name.equals("web-desk-list")) {
      Files.write(Path.of("docs", name + ".png"), png);
    }
  }
}
