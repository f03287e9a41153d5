package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.xml.sax.SAXException;

/** Every page is valid HTML, in both directions, whatever campaigns and readers write into it. */
class ValidPagesTest {
  static final String HOSTILE =
      "\"'><script>alert(1)</script><img src=x onerror=alert(2)>${7*7}&amp;";

  @TempDir static Path folder;
  private static ServedSite site;

  @BeforeAll
  static void serve() throws IOException {
    site = ServedSite.in(folder);
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(site.campaigns.resolve("full.yaml"), full.replace("ua: 31/22", "ua: 40/23"));
    Files.createDirectories(site.campaigns.resolve("photos"));
    Files.copy(Path.of("docs/letter.png"), site.campaigns.resolve("photos/mamay.jpg"));
    Files.writeString(site.campaigns.resolve("bad.yaml"), hostile(full));
  }

  /** The campaign with something hostile in every text that a person could write into it. */
  static String hostile(String full) {
    String quoted = HOSTILE.replace("$", "").replace("'", "''");
    StringBuilder text = new StringBuilder();
    for (String line : full.replace("ua: 31/22", "ua: 41/23").lines().toList()) {
      text.append(line).append('\n');
    }
    return text.toString()
        .replace("Activist given a suspended sentence", "'" + quoted + "'")
        .replaceFirst("- Drop the charges against him.", "- '" + quoted + "'")
        .replace("en: Kassym-Jomart Tokayev", "en: '" + quoted + "'")
        .replace("en: President of Kazakhstan,", "en: '" + quoted + "',")
        .replace("en: Akorda,", "en: '" + quoted + "',")
        .replace("\"Your Excellency:\", ru", "'" + quoted + "', ru")
        .replace("Government House", "'" + quoted + "'")
        .replace("note: ask for a fax tone", "note: '" + quoted + "'")
        .replace("A man in a court room", "'" + quoted + "'")
        .replace("{en: In court}", "{en: '" + quoted + "'}")
        .replace("credit: Private", "credit: '" + quoted + "'")
        .replace("Post to the country is suspended.", "'" + quoted + "'")
        .replace("\"Lift the restrictions on #Mamay, @TokayevKZ\"", "'" + quoted + "'")
        .replace(
            "He led the *Democratic Party of Kazakhstan*.", "[x](javascript:alert(3)) <b>bold</b>")
        .replace(
            "On 10 April ${person.name} was given a suspended sentence", HOSTILE.replace("$", ""));
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
              "/action/full",
              "/action/bad",
              "/action/ua-31-22-1",
              "/action/full/write",
              "/action/bad/write",
              "/nothing")) {
        pages.put(path + ui, ServedSite.text(site.get(path + ui)));
      }
      pages.put(
          "preview " + ui,
          ServedSite.text(
              site.post(
                  ServedSite.ACTION + "/write" + ui,
                  site.letter(
                      "name", HOSTILE, "city", HOSTILE, "words", HOSTILE, "draft", HOSTILE, "email",
                      HOSTILE, "address", HOSTILE, "country", HOSTILE, "lang", HOSTILE, "to",
                      HOSTILE, "done", HOSTILE))));
      pages.put(
          "counted " + ui,
          ServedSite.text(
              site.post(
                  ServedSite.ACTION + "/write/sent" + ui,
                  site.letter(
                      "name",
                      "Ann Lee",
                      "country",
                      "CA",
                      "email",
                      "a@example.org",
                      "sent",
                      "president:post"))));
      pages.put(
          "search " + ui,
          ServedSite.text(
              site.get("/" + ui + "&q=%22%3E%3Cscript%3E&country=%22%3E&letter=%22%3E")));
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
  }

  @Test
  void whatCampaignsAndReadersWriteStaysText() {
    for (Map.Entry<String, String> each : pages().entrySet()) {
      Document page = Jsoup.parse(each.getValue());
      assertEquals(1, page.select("script").size(), each.getKey());
      assertEquals(0, page.select("img[src=x], b, [onerror]").size(), each.getKey());
      assertFalse(each.getValue().contains("javascript:alert(3)\""), each.getKey());
      assertFalse(page.text().contains("49&"), each.getKey());
    }
    assertTrue(
        Jsoup.parse(pages().get("/action/bad?ui=en")).text().contains("<script>alert(1)</script>"),
        "shown as it was written");
  }

  @Test
  void everyLanguageSaysEverything() throws IOException {
    for (String bundle : List.of("page", "desk", "sending")) {
      TreeSet<String> english = keys(bundle, "en");
      for (Locale language : Visitor.LANGUAGES) {
        String tag = language.toLanguageTag();
        assertEquals(english, keys(bundle, tag), bundle + " in " + tag);
      }
    }
    for (String path :
        List.of("/", "/action/full", "/action/ua-31-22-1", "/action/full/write", "/nothing")) {
      for (Locale language : Visitor.LANGUAGES) {
        HttpResponse<byte[]> page = site.get(path + "?ui=" + language.toLanguageTag());
        assertTrue(page.statusCode() < 500, path + " " + language);
        assertEquals(
            language.toLanguageTag(), page.headers().firstValue("Content-Language").orElseThrow());
      }
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
