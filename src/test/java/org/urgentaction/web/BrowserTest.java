package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages in the system's Chromium: the way from a case to a letter, as people go it. */
class BrowserTest {
  private static final String WORDS = "I teach young journalists.";
  private static final String FILE = "ua-31-22-3-president-";

  @TempDir static Path folder;
  private static ServedSite site;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    site = ServedSite.in(folder);
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(
        site.campaigns.resolve("full.yaml"),
        full.replace("ua: 31/22", "ua: 40/23").replace("2023-06-14", "2023-05-04"));
    Files.createDirectories(site.campaigns.resolve("photos"));
    Files.copy(Path.of("docs/letter.png"), site.campaigns.resolve("photos/mamay.jpg"));
    browser = Browser.open(folder);
    browser.go(site.uri("/"));
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
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void fromTheCaseToALetterInThePost(boolean scripts) throws Exception {
    browser.scripts(scripts);
    browser.go(site.uri("/?ui=en"));
    browser.find("a[href*='/action/ua-31-22-3']").click();
    browser.click("a[href*='/write']");
    browser.find("#name").sendKeys("Ann Lee");
    browser.find("#city").sendKeys("Toronto");
    browser.choose("#country", "CA");
    browser.find("#words").sendKeys(WORDS);
    browser.click(".form button[type=submit]");
    browser.waitFor(".paper", WORDS);
    assertEquals(2, browser.all(".paper").size(), "the official's and the embassy's");
    assertEquals(
        scripts ? null : "true",
        browser.find("button[data-copy]").getDomAttribute("hidden"),
        "what only a script can do is not offered without");
    browser.click("button[value='president:pdf']");
    String pdf = pdf(browser.download(FILE + "en.pdf"));
    assertTrue(pdf.contains(WORDS) && pdf.contains("Ann Lee"), pdf);
    browser.click("button[value='president:fax']");
    try (PDDocument fax = Loader.loadPDF(browser.download(FILE + "en.fax.pdf"))) {
      assertEquals(2, fax.getNumberOfPages(), "the cover sheet and the letter");
    }
    browser.click("button[value='president:docx']");
    assertTrue(word(browser.download(FILE + "en.docx")).contains(WORDS));
    String mail = browser.find(".letter a[href^='mailto:']").getDomAttribute("href");
    assertTrue(mail.startsWith("mailto:udp@udp-rk.kz?subject="), mail);
    String decoded = URLDecoder.decode(mail.replace("+", "%2B"), StandardCharsets.UTF_8);
    assertTrue(decoded.contains("Appeal on behalf of Zhanbolat Mamay"), decoded);
    browser.click("button[value='president:post']");
    browser.waitFor("[role=status]", "Your letter is counted. Thank you! 1 action taken");
    assertEquals("Ann Lee", browser.find("#name").getDomProperty("value"));
    browser.go(site.uri("/?ui=en"));
    browser.waitFor(".card", "1 action taken");
  }

  @Test
  void inArabicFromRightToLeftOnAPhone() throws Exception {
    browser.size(390, 844, true);
    browser.go(site.uri("/?ui=ar"));
    assertEquals("rtl", browser.find("html").getDomAttribute("dir"));
    browser.find("a[href*='/action/ua-31-22-3']").click();
    browser.click("a[href*='/write']");
    assertEquals("ar", browser.find(".paper").getDomAttribute("lang"));
    browser.find("#name").sendKeys("ليلى");
    browser.find("#city").sendKeys("تونس");
    browser.find("#words").sendKeys("أنا معلّمة.");
    browser.click(".form button[type=submit]");
    browser.waitFor(".paper", "أنا معلّمة.");
    browser.click("button[value='president:pdf']");
    try (PDDocument pdf = Loader.loadPDF(browser.download(FILE + "ar.pdf"))) {
      assertEquals("ar", pdf.getDocumentCatalog().getLanguage());
      assertTrue(new PDFTextStripper().getText(pdf).contains("ليلى"), "the writer's name");
    }
    browser.click("button[value='president:post']");
    browser.waitFor("[role=status]", "تحرك واحد");
  }

  @Test
  void theLetterFollowsWhatIsTypedAndCopiesWithOneTap() throws Exception {
    browser.go(site.uri(ServedSite.ACTION + "/write?ui=en"));
    assertTrue(browser.find(".advice").getText().contains("personal word"));
    browser.find("#name").sendKeys("Ann Lee");
    browser.find("#words").sendKeys(WORDS);
    browser.waitFor(".paper", WORDS);
    assertEquals(0, browser.all(".advice").size(), "the advice is taken");
    browser.click("details.copy summary");
    assertTrue(browser.find("button[data-copy]").isDisplayed());
    browser.choose("#lang", "ru");
    browser.waitFor(".paper[lang=ru]", "Обращаюсь к Вам");
    assertEquals("Ann Lee", browser.find("#name").getDomProperty("value"));
  }

  @Test
  void everythingIsReachedByKeyboard() {
    browser.go(site.uri(ServedSite.ACTION + "?ui=en"));
    browser.press(Keys.TAB);
    assertEquals("#content", browser.focused().getDomAttribute("href"));
    assertTrue(browser.focused().isDisplayed(), "the skip link shows itself");
    browser.press(Keys.ENTER);
    browser.press(Keys.TAB);
    assertTrue(
        browser.focused().getDomAttribute("href").contains("/write"), "first in the content");
    browser.press(Keys.ENTER);
    browser.find("#name").sendKeys("Ann Lee", Keys.ENTER);
    assertEquals("Ann Lee", browser.find("#name").getDomProperty("value"));
    assertTrue(browser.find(".paper").getText().contains("Ann Lee"), "Enter shows the letter");
  }

  @Test
  void nothingSticksOutOfANarrowScreen() {
    List<String> wide = new ArrayList<>();
    for (String path :
        List.of(
            "/", "/action/full", "/action/ua-31-22-1", ServedSite.ACTION + "/write", "/nothing")) {
      for (String ui : List.of("en", "ru", "ar")) {
        browser.size(320, 640, true);
        browser.go(site.uri(path + "?ui=" + ui));
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
      for (String path : List.of("/", "/action/full", "/action/ua-31-22-1", "/nothing")) {
        browser.go(site.uri(path + "?ui=" + ui));
        look(path + " " + ui, found);
      }
      browser.go(site.uri(ServedSite.ACTION + "/write?ui=" + ui));
      look("write " + ui, found);
      browser.click("button[value='president:pdf']");
      browser.waitFor("#errors", "");
      look("write, with errors " + ui, found);
      browser.find("#name").sendKeys("Ann Lee");
      browser.choose("#country", "CA");
      browser.click("button[value='president:post']");
      browser.waitFor("[role=status]", "");
      look("write, counted " + ui, found);
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
    picture("web-home", "/?ui=en", 1280, 900, false);
    picture("web-action", ServedSite.ACTION + "?ui=en", 1280, 900, false);
    picture("web-write", ServedSite.ACTION + "/write?ui=en", 1280, 1300, false);
    picture("web-dark", ServedSite.ACTION + "?ui=fr", 1280, 900, true);
    picture("web-phone", ServedSite.ACTION + "/write?ui=es", 390, 844, false);
    picture("web-narrow", "/?ui=ru", 320, 640, true);
    picture("web-ar", ServedSite.ACTION + "/write?ui=ar", 1280, 1300, false);
  }

  private static void picture(String name, String path, int width, int height, boolean dark)
      throws IOException {
    browser.size(width, height, width < 600);
    browser.dark(dark);
    browser.go(site.uri(path));
    byte[] png = browser.picture();
    assertEquals((byte) 0x89, png[0]);
    Path kept = Path.of("target/web");
    Files.createDirectories(kept);
    Files.write(kept.resolve(name + ".png"), png);
    if (!System.getProperty("update", "").isEmpty() && !name.equals("web-narrow")) {
      Files.write(Path.of("docs", name + ".png"), png);
    }
  }

  private static String pdf(byte[] bytes) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      assertFalse(pdf.getNumberOfPages() > 1, "one page");
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private static String word(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", "");
        }
      }
    }
    throw new IOException("there is no text in it");
  }
}
