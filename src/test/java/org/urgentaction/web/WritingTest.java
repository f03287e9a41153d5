package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a letter with a plain client, as a browser without scripts does. */
class WritingTest {
  private static final String WRITE = ServedSite.ACTION + "/write";

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

  @Test
  void aLetterInTheWritersNameIsPrinted() throws IOException {
    HttpResponse<byte[]> response =
        site.post(
            WRITE + "/letter",
            site.letter(
                "name",
                "Ann Lee",
                "city",
                "Toronto",
                "country",
                "CA",
                "words",
                "I teach journalists of tomorrow.",
                "file",
                "president:pdf"));
    assertEquals(200, response.statusCode());
    assertEquals("application/pdf", response.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        "attachment; filename=\"ua-31-22-3-president-en.pdf\"",
        response.headers().firstValue("Content-Disposition").orElseThrow());
    String text = pdf(response);
    assertTrue(text.contains("I teach journalists of tomorrow."), text);
    assertTrue(text.contains("Ann Lee"), text);
    assertTrue(text.contains("Toronto"), text);
  }

  @Test
  void thePreviewIsTheLetterWithItsCopy() {
    HttpResponse<byte[]> response =
        site.post(WRITE, site.letter("name", "Ann Lee", "city", "Toronto", "country", "CA"));
    Document page = Jsoup.parse(ServedSite.text(response));
    assertEquals(200, response.statusCode());
    assertEquals(2, page.select(".paper").size());
    String letter = page.select(".paper").get(0).text();
    assertTrue(letter.contains("Your Excellency:"), letter);
    assertTrue(letter.contains("Toronto, May 2, 2023"), letter);
    assertTrue(page.select(".paper").get(1).text().contains("Ottawa"), "copy to the embassy");
  }

  @Test
  void withoutANameNothingGoesOut() {
    HttpResponse<byte[]> response =
        site.post(WRITE + "/letter", site.letter("city", "Toronto", "file", "president:pdf"));
    assertEquals(422, response.statusCode());
    Document page = Jsoup.parse(ServedSite.text(response));
    assertEquals("#name", page.select("#errors a").attr("href"));
    assertEquals("Toronto", page.select("#city").val());
  }

  @Test
  void aFaxAWordFileAndADraftAreTheSameLetter() throws IOException {
    String[] typed = {
      "name",
      "Ann Lee",
      "city",
      "Toronto",
      "country",
      "CA",
      "email",
      "ann@example.org",
      "words",
      "I teach journalists of tomorrow.",
      "file",
      "president:fax"
    };
    HttpResponse<byte[]> fax = site.post(WRITE + "/letter", site.letter(typed));
    assertEquals(
        "attachment; filename=\"ua-31-22-3-president-en.fax.pdf\"",
        fax.headers().firstValue("Content-Disposition").orElseThrow());
    try (PDDocument pages = Loader.loadPDF(fax.body())) {
      assertEquals(2, pages.getNumberOfPages(), "the cover sheet and the letter");
    }
    typed[typed.length - 1] = "president:docx";
    HttpResponse<byte[]> word = site.post(WRITE + "/letter", site.letter(typed));
    assertTrue(word(word).contains("I teach journalists of tomorrow."), "in the Word file");
    typed[typed.length - 1] = "president:eml";
    HttpResponse<byte[]> draft = site.post(WRITE + "/letter", site.letter(typed));
    String mail = ServedSite.text(draft);
    assertTrue(mail.startsWith("X-Unsent: 1"), mail);
    assertTrue(mail.contains("To: ") && mail.contains("udp@udp-rk.kz"), mail);
    assertTrue(mail.contains("ann@example.org"), mail);
    typed[typed.length - 1] = "embassy-ca:pdf";
    HttpResponse<byte[]> copy = site.post(WRITE + "/letter", site.letter(typed));
    assertTrue(pdf(copy).contains("Ottawa"), "the embassy's letter");
  }

  @Test
  void theMailLinkHasAddressSubjectAndTheLettersText() {
    Document page =
        Jsoup.parse(
            ServedSite.text(
                site.post(
                    WRITE, site.letter("name", "Ann Lee", "city", "Toronto", "draft", "Short."))));
    String link = page.select(".letter a[href^=mailto:]").attr("href");
    assertTrue(link.startsWith("mailto:udp@udp-rk.kz?subject=Appeal%20on%20behalf%20of"), link);
    assertTrue(link.contains("Short.%0D%0A%0D%0AYours%20sincerely%2C"), link);
    assertTrue(link.length() <= 2000, "as long as mail programs bear");
  }

  @Test
  void aLetterTooLongForALinkIsPasted() {
    Document page =
        Jsoup.parse(
            ServedSite.text(
                site.post(
                    WRITE, site.letter("name", "Ann Lee", "draft", "Long letter. ".repeat(200)))));
    String link = page.select(".letter a[href^=mailto:]").attr("href");
    assertTrue(link.endsWith("&body="), link);
    assertTrue(page.select(".letter textarea").text().contains("Long letter. Long letter."));
    assertTrue(page.text().contains("too long for a link"), page.text());
  }

  @Test
  void adviceFollowsTheLetter() {
    Document sample =
        Jsoup.parse(ServedSite.text(site.post(WRITE, site.letter("name", "Ann Lee"))));
    assertEquals(1, sample.select(".advice li").size(), "a personal word is missing");
    Document own =
        Jsoup.parse(
            ServedSite.text(
                site.post(
                    WRITE, site.letter("name", "Ann Lee", "draft", "Hello.\n\n".repeat(80)))));
    String advice = own.select(".advice").text();
    assertTrue(advice.contains("never names Zhanbolat Mamay"), advice);
    assertTrue(advice.contains("leave out a request: take every step"), advice);
    assertTrue(advice.contains("It fills"), advice);
  }

  @Test
  void anotherLanguageBringsItsSampleUnlessTheTextWasChanged() {
    Document russian = Jsoup.parse(ServedSite.text(site.post(WRITE, site.letter("lang", "ru"))));
    assertTrue(russian.select("#draft").text().startsWith("Обращаюсь к Вам"), russian.text());
    assertEquals("ru", russian.select(".paper").attr("lang"));
    Document kept =
        Jsoup.parse(
            ServedSite.text(site.post(WRITE, site.letter("lang", "ru", "draft", "Моё письмо."))));
    assertEquals("Моё письмо.", kept.select("#draft").text());
    Document arabic = Jsoup.parse(ServedSite.text(site.post(WRITE, site.letter("lang", "ar"))));
    assertEquals("rtl", arabic.select(".paper").attr("dir"));
    assertEquals("ltr", arabic.select("html").attr("dir"), "the page stays as it was");
  }

  @Test
  void whoIsAtRiskSignsWithInitials() throws IOException {
    HttpResponse<byte[]> response =
        site.post(
            WRITE + "/letter",
            site.letter(
                "name", "Ann Lee", "safe", "yes", "city", "Almaty", "file", "president:pdf"));
    String text = pdf(response);
    assertTrue(text.contains("A. L."), text);
    assertTrue(!text.contains("Ann") && !text.contains("Lee"), text);
  }

  @Test
  void theWritersTownIsFilledInWhereTheLetterSpeaksOfIt() throws IOException {
    String full = Files.readString(Path.of("src/test/resources/campaign/good/full.yaml"));
    Files.writeString(site.campaigns.resolve("full.yaml"), full.replace("ua: 31/22", "ua: 40/23"));
    Document page = site.page("/action/full/write");
    assertTrue(page.select("#draft").text().contains("${writer.city}"), page.text());
    HttpResponse<byte[]> without =
        site.post(
            "/action/full/write/letter",
            ServedSite.filled(
                page.getElementById("desk"), "name", "Ann Lee", "file", "president:pdf"));
    assertEquals(422, without.statusCode());
    assertTrue(ServedSite.text(without).contains("the letter speaks of it"));
    HttpResponse<byte[]> with =
        site.post(
            "/action/full/write/letter",
            ServedSite.filled(
                page.getElementById("desk"),
                "name",
                "Ann Lee",
                "city",
                "Toronto",
                "country",
                "CA",
                "file",
                "president:pdf"));
    assertTrue(pdf(with).contains("I am writing from Toronto, Canada"), pdf(with));
  }

  @Test
  void bracesThatSomebodyTypesStayAsTheyWereMeant() throws IOException {
    HttpResponse<byte[]> response =
        site.post(
            WRITE + "/letter",
            site.letter(
                "name",
                "Ann Lee",
                "file",
                "president:pdf",
                "words",
                "${writer.email} ${7*7}",
                "draft",
                "I owe ${money} and ${words} and ${target.name}."));
    assertEquals(200, response.statusCode());
    assertTrue(pdf(response).contains("I owe $ {money} and"), pdf(response));
    assertTrue(!pdf(response).contains("49"), pdf(response));
  }

  @Test
  void noTextReadsAsSomethingElseThanItIs() {
    HttpResponse<byte[]> turned =
        site.post(
            WRITE + "/letter",
            site.letter(
                "name", "Ann Lee", "draft", "Free \u202Eyamam\u202C", "file", "president:pdf"));
    assertEquals(422, turned.statusCode());
    assertTrue(ServedSite.text(turned).contains("U+202E"), "which character it is");
    HttpResponse<byte[]> name =
        site.post(
            WRITE + "/letter",
            site.letter("name", "Ann\u202ELee", "draft", "Hello.", "file", "president:pdf"));
    assertEquals(422, name.statusCode());
    assertTrue(ServedSite.text(name).contains("cannot be printed as it stands"));
  }

  @Test
  void nobodyIsWrittenToUnlessTicked() {
    HttpResponse<byte[]> none =
        site.post(
            WRITE + "/letter",
            site.letter("name", "Ann Lee", "to", "nobody", "file", "president:pdf"));
    assertEquals(422, none.statusCode());
    assertTrue(ServedSite.text(none).contains("please choose at least one"));
  }

  private static String word(HttpResponse<byte[]> response) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          text.append(
              new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", ""));
        }
      }
    }
    return text.toString();
  }

  static String pdf(HttpResponse<byte[]> response) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(response.body())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
