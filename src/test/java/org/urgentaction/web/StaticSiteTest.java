package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nu.validator.client.EmbeddedValidator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.xml.sax.SAXException;

/** The site of files: whole in itself, valid, safe, and as good to read as the server's pages. */
class StaticSiteTest {
  private static final String ACTION = "actions/ua-31-22-3/";

  @TempDir static Path folder;
  private static final Map<String, byte[]> FILES = new TreeMap<>();

  @BeforeAll
  static void make() throws IOException {
    Path campaigns = Files.createDirectories(folder.resolve("campaigns/photos")).getParent();
    Files.copy(Path.of("docs/letter.png"), campaigns.resolve("photos/mamay.jpg"));
    for (String each : List.of("ua-31-22-2.yaml", "ua-31-22-3.yaml")) {
      Files.copy(Path.of("campaigns", each), campaigns.resolve(each));
    }
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(campaigns.resolve("full.yaml"), full.replace("ua: 31/22", "ua: 40/23"));
    Files.writeString(campaigns.resolve("bad.yaml"), ValidPagesTest.hostile(full));
    StaticSite site =
        new StaticSite(
            new SiteSettings(Locale.ENGLISH, "CA", URI.create("https://example.org/ua/")),
            Catalogue.load(campaigns),
            new Templates(TemplateFolder.builtIn()),
            ServedSite.MAY_2023);
    assertEquals(List.of(), site.writeTo(StaticSiteTest::write));
  }

  private static void write(String path, byte[] content) {
    assertEquals(null, FILES.put(path, content), "made twice: " + path);
    try {
      Path file = folder.resolve("site").resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Document> pages() {
    Map<String, Document> pages = new TreeMap<>();
    FILES.forEach(
        (path, content) -> {
          if (path.endsWith(".html")) {
            pages.put(path, Jsoup.parse(new String(content, StandardCharsets.UTF_8)));
          }
        });
    return pages;
  }

  @Test
  void everyLinkLeadsToAFileAndEveryFileIsLedTo() {
    TreeSet<String> reached = new TreeSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of("index.html"));
    while (!waiting.isEmpty()) {
      String path = waiting.pop();
      assertTrue(FILES.containsKey(path), path);
      if (!reached.add(path) || !path.endsWith(".html")) {
        continue;
      }
      Document page = Jsoup.parse(new String(FILES.get(path), StandardCharsets.UTF_8));
      for (Element each : page.select("[href], [src]")) {
        URI link = URI.create(each.hasAttr("href") ? each.attr("href") : each.attr("src"));
        if (link.getScheme() != null) {
          assertTrue(
              List.of("https", "http", "mailto", "tel").contains(link.getScheme()), link::toString);
          continue;
        }
        assertFalse(link.getRawPath().startsWith("/"), path + " → " + link);
        URI target = URI.create(path).resolve(link);
        if (link.toString().isEmpty()) {
          assertEquals("nofollow", each.attr("rel"), "what was a script: nothing is left of it");
        } else if (link.getRawPath().isEmpty()) {
          assertTrue(
              page.selectFirst("[id='" + link.getFragment() + "']") != null, path + " → " + each);
        } else {
          waiting.push(target.getPath());
        }
      }
    }
    assertEquals(new TreeSet<>(FILES.keySet()), reached);
  }

  @Test
  void everyPageIsValid() throws IOException, SAXException {
    List<String> faults = new ArrayList<>();
    for (String path : pages().keySet()) {
      EmbeddedValidator validator = new EmbeddedValidator();
      validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
      validator
          .validate(new ByteArrayInputStream(FILES.get(path)))
          .lines()
          // It does not know where the page is; a browser that does is asked below.
          .filter(line -> !line.contains("Resource violates Content Security Policy"))
          .filter(line -> !line.isBlank())
          .forEach(line -> faults.add(path + line));
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void whatCampaignsSayStaysTextAndNothingNeedsAServer() {
    pages()
        .forEach(
            (path, page) -> {
              assertEquals(0, page.select("script, form, img[src=x], b, [onerror]").size(), path);
              String policy =
                  page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
              assertTrue(policy.startsWith("default-src 'none';"), path);
              assertFalse(page.text().contains("days left"), path);
            });
    assertTrue(
        pages().get("actions/bad/index.html").text().contains("<script>alert(1)</script>"),
        "shown as it was written");
  }

  @Test
  void aDeadlineIsADayAndWhatComesAfterIsSaid() {
    Document page = pages().get("actions/full/index.html");
    String side = page.select(".side").text();
    assertTrue(side.contains("Write by June 14, 2023."), side);
    assertTrue(side.contains("After that day, ask your section office"), side);
    assertTrue(pages().get("index.html").text().contains("Until June 14, 2023"));
    assertTrue(pages().get("index-ar.html").select(".card .time").text().contains("2023"));
  }

  @Test
  void aClosedActionSaysSoAndHasNoLetters() {
    Document page = pages().get("actions/ua-31-22-2/index.html");
    assertTrue(page.text().contains("This action is closed"), page.text());
    assertEquals("../ua-31-22-3/index.html", page.select(".side p > a").get(0).attr("href"));
    assertEquals(List.of(), FILES.keySet().stream().filter(p -> p.contains("22-2/let")).toList());
    assertFalse(
        pages().get("index.html").select(".quiet a[href*=ua-31-22-2]").isEmpty(), "kept apart");
  }

  @Test
  void aLetterToPrintLeavesPlaceDateAndNameOpen() throws IOException {
    String letter = text(ACTION + "letters/ua-31-22-3-president-en.pdf");
    assertEquals(3, letter.split("_{10,}", -1).length - 1, letter);
    assertTrue(letter.contains("Government House"), letter);
    assertTrue(letter.contains("Copy: "), "the embassy in the readers' country");
    assertFalse(letter.contains("2026") || letter.contains("May 2"), letter);
    assertFalse(letter.contains("–\n"), letter);
    String covering = text(ACTION + "letters/ua-31-22-3-embassy-ca-fr.pdf");
    assertTrue(covering.contains("Ottawa"), covering);
    String filled = text("actions/full/letters/full-president-en.pdf");
    assertTrue(filled.matches("(?s).*writing from _+,\\s+Canada.*"), filled);
  }

  private static String text(String path) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(FILES.get(path))) {
      assertEquals(612, pdf.getPage(0).getMediaBox().getWidth(), "the paper of the country");
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void aLetterThatFitsIntoALinkOpensAMailProgram() {
    List<String> links =
        pages().values().stream()
            .flatMap(page -> page.select(".ready a[href^=mailto:]").eachAttr("href").stream())
            .toList();
    assertFalse(links.isEmpty());
    links.forEach(link -> assertTrue(link.length() <= 2000, link));
    String english =
        pages()
            .get("actions/full/index.html")
            .select(".ready a[href^=mailto:]")
            .get(0)
            .attr("href");
    assertTrue(
        URLDecoder.decode(english, StandardCharsets.UTF_8).contains("Your Excellency:"), english);
    Element russian = pages().get(ACTION + "index-ru.html").select(".ready details").get(0);
    assertEquals("ru", russian.select("textarea").attr("lang"), "the reader's language first");
    assertTrue(russian.select("a[href^=mailto:]").attr("href").endsWith("body="), "to be pasted");
    assertTrue(russian.select("textarea").text().contains("Мамая"));
  }

  @Test
  void whoeverSharesAPageSharesItsAddress() {
    String link = pages().get(ACTION + "index-fr.html").select("a[href*=bsky]").attr("href");
    assertTrue(
        URLDecoder.decode(link, StandardCharsets.UTF_8)
            .contains("https://example.org/ua/actions/ua-31-22-3/index-fr.html"),
        link);
  }

  @Test
  void aBrowserOpensItFromAFolder() throws IOException {
    URI site = folder.resolve("site").toUri();
    try (Browser browser = Browser.open(folder.resolve("browser"))) {
      browser.go(site.resolve("index.html"));
      browser.requests();
      for (String home : List.of("index.html", "index-ar.html")) {
        for (boolean phone : List.of(false, true)) {
          browser.size(phone ? 320 : 1280, 900, phone);
          browser.dark(phone);
          browser.go(site.resolve(home));
          assertGood(browser, home);
          browser.click("a[href*='ua-31-22-3']");
          assertTrue(browser.find(".ready summary").isDisplayed());
          assertGood(browser, home + ", the action");
          assertEquals(
              home.contains("ar") ? "rtl" : "ltr", browser.script("return document.dir"), home);
          assertEquals(
              "12px",
              browser.script(
                  "return getComputedStyle(document.querySelector('.side')).borderRadius"),
              "styled");
          browser.click(".brand a");
        }
      }
      assertEquals(
          List.of(), browser.requests().stream().filter(url -> !url.startsWith("file:")).toList());
    }
  }

  private static void assertGood(Browser browser, String page) {
    assertEquals(List.of(), browser.complaints(), page);
    assertEquals(List.of(), browser.axe(false), page);
    browser.complaints(); // axe would read the style once more, and may not
    assertEquals(
        true,
        browser.script("return document.documentElement.scrollWidth <= innerWidth"),
        page + " is wider than the screen");
  }
}
