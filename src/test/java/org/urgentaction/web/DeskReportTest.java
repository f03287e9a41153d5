package org.urgentaction.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.ActionState;
import org.urgentaction.report.Labels;
import org.urgentaction.report.Report;
import org.urgentaction.report.ReportFiles;
import org.urgentaction.report.ReportFormat;

/** The report in a browser: the same numbers as the command's, and its files to take along. */
class DeskReportTest {
  private static final String ONE = "/campaign/" + LoggedActions.CAMPAIGN + "/report";

  @TempDir static Path folder;
  private static ServedSite site;

  @BeforeAll
  static void serve() {
    site = ServedSite.in(folder);
    LoggedActions actions = new LoggedActions(site.log);
    actions.aFewDays();
    actions.email(
        "2023-03-01", "ua-1-99-1", "minister", "de", null, 2, ActionState.SENT, "=250 OK");
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), List.copyOf(site.troubles));
  }

  private static HttpResponse<byte[]> file(String path) {
    HttpResponse<byte[]> answer = site.get(site.desk(path));
    assertEquals(200, answer.statusCode(), path);
    assertTrue(
        answer.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment;"));
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    return answer;
  }

  private static List<String> rows(Document page, String by) {
    return page.select("section:has(#by-" + by + ") tbody tr").eachText();
  }

  @Test
  void theNumbersStandInTablesBesideTheChart() {
    Document page = site.page(site.desk(ONE + "?ui=en"));
    assertTrue(page.text().contains("103 actions taken · April 24, 2023 to April 30, 2023"));
    assertEquals(List.of("Kassym-Jomart Tokayev 103"), rows(page, "target"));
    assertEquals(List.of("Email 97", "Post 6"), rows(page, "channel"));
    assertEquals(List.of("Russian 69", "French 28", "English 6"), rows(page, "language"));
    assertEquals(List.of("Canada 75", "France 28"), rows(page, "country"));
    assertEquals(7, rows(page, "day").size());
    assertEquals(List.of(), rows(page, "campaign"), "it is one");
    Document french = site.page(site.desk("/report?ui=fr"));
    assertTrue(french.text().contains("105 actions menées"));
    assertTrue(rows(french, "campaign").contains("ua-1-99-1 2"), "without a file");
    assertTrue(rows(french, "country").contains("Non indiqué 2"));
    String chart = page.select(".chart img").attr("src");
    assertEquals("image/svg+xml", type(site.get(chart)));
    assertFalse(page.select(".chart img").attr("alt").isBlank());
  }

  @Test
  void filesAreThoseOfTheCommand() throws IOException {
    Report report;
    try (ActionLog log = ActionLogs.open(site.log, ServedSite.MAY_2023)) {
      report = Report.of(log, Set.of("ua-1-99-1"));
    }
    ReportFiles command = new ReportFiles("ua-1-99-1", new Labels(Map.of()), report);
    for (ReportFormat format :
        List.of(ReportFormat.TEXT, ReportFormat.CSV, ReportFormat.JSON, ReportFormat.SVG)) {
      HttpResponse<byte[]> answer = file("/campaign/ua-1-99-1/report/report." + format.ending());
      assertEquals(
          new String(command.write(format), StandardCharsets.UTF_8), ServedSite.text(answer));
    }
    HttpResponse<byte[]> picture = file(ONE + "/report.png");
    assertEquals(1600, ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth());
    Document svg = Jsoup.parse(ServedSite.text(file(ONE + "/report.svg")), Parser.xmlParser());
    assertTrue(svg.select("title").text().contains("UA 31/22"));
    assertEquals(0, svg.select("script, a, image, use, foreignObject").size());
  }

  @Test
  void everyActionIsExportedWithNobodysName() throws IOException {
    List<CSVRecord> csv =
        CSVFormat.DEFAULT
            .parse(new StringReader(ServedSite.text(file("/report/actions.csv"))))
            .getRecords();
    assertEquals(1 + 103 + 4 + 2 + 1 + 3 + 2, csv.size());
    assertEquals("id", csv.get(0).get(0));
    assertTrue(csv.stream().anyMatch(row -> row.get(10).equals("'=250 OK")), "no formula");
    String lines = ServedSite.text(file(ONE + "/actions.jsonl"));
    assertEquals(113, lines.lines().count());
    assertTrue(lines.lines().allMatch(line -> line.startsWith("{\"id\":\"")), lines);
    assertFalse(lines.contains("writer"), "not even hashed");
  }

  @Test
  void theTextForTheAuthoritiesIsThereInEveryLanguageItCanBeWrittenIn() throws IOException {
    Document page = site.page(site.desk(ONE + "?ui=en"));
    List<String> links = page.select("a[href*=authorities-]").eachAttr("href");
    assertEquals(16, links.size());
    for (String link : links) {
      assertEquals(200, site.get(link).statusCode(), link);
    }
    try (PDDocument pdf = Loader.loadPDF(file(ONE + "/authorities-fr.pdf").body())) {
      assertEquals("fr", pdf.getDocumentCatalog().getLanguage());
      assertTrue(new PDFTextStripper().getText(pdf).contains("103"));
    }
    assertEquals(422, site.get(site.desk(ONE + "/authorities-ja.pdf")).statusCode());
    assertEquals(0, site.page(site.desk("/report")).select("a[href*=authorities-]").size());
  }

  @Test
  void whatIsNoFileIsNotFound() {
    for (String path :
        List.of(
            ONE + "/report.exe",
            ONE + "/report.pdf",
            ONE + "/authorities-en.csv",
            ONE + "/actions.svg",
            ONE + "/..%2freport",
            ONE + "/authorities-.pdf",
            "/report/authorities-en.pdf",
            "/campaign/none/report",
            "/campaign/..%2f/report",
            "/campaign/a%0d%0aSet-Cookie:x/report",
            "/campaign/none/report/actions.csv")) {
      HttpResponse<byte[]> answer = site.get(site.desk(path));
      assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, path);
      assertEquals("", answer.headers().firstValue("Set-Cookie").orElse(""));
    }
  }

  private static String type(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }
}
