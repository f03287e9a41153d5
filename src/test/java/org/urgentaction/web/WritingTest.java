package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a letter with a plain client, as a browser without scripts does. */
class WritingTest {
  private static final String WRITE = ServedSite.ACTION + "/write";

  @TempDir Path folder;
  private ServedSite site;

  @BeforeEach
  void serve() {
    site = ServedSite.in(folder);
  }

  @AfterEach
  void close() {
    site.close();
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

  static String pdf(HttpResponse<byte[]> response) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(response.body())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }
}
