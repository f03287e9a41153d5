package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.letter.BulletinComposer;
import org.urgentaction.letter.BulletinOrder;
import org.urgentaction.letter.TemplateFolder;
import org.urgentaction.letter.Templates;
import org.w3c.dom.Element;

/** Bulletins as Word files. */
class DocxBulletinTest {
  @TempDir Path folder;

  private static Document bulletin(String id, String language) {
    Campaign campaign = Catalogue.load(Path.of("campaigns")).find(id).campaign();
    return new BulletinComposer(new Templates(TemplateFolder.builtIn()))
        .compose(new BulletinOrder(campaign, Locale.forLanguageTag(language), List.of(), null));
  }

  private static List<String> styles(WordFile file) throws Exception {
    return file.body("w:pStyle").stream().map(style -> style.getAttribute("w:val")).toList();
  }

  @Test
  void everyPartHasTheStyleThatAWordUserExpects() throws Exception {
    WordFile file = WordFile.of(Samples.bulletin("en"));
    assertEquals(
        List.of(
            "Masthead",
            "Subtitle",
            "Notice",
            "Title",
            "Lead",
            "BodyText",
            "Caption",
            "Heading1",
            "ListNumber",
            "ListNumber",
            "BoxText",
            "BoxText",
            "BoxText",
            "Heading2",
            "BodyText",
            "BoxText"),
        styles(file));
    for (String style : List.of("Title", "Subtitle", "Caption", "Heading1", "Heading2")) {
      assertEquals("", file.style(style).getAttribute("w:customStyle"), style);
    }
    assertEquals("table", file.style("Boxes").getAttribute("w:type"));
  }

  @Test
  void boxesAreCellsBesideEachOtherThatNoPageParts() throws Exception {
    WordFile file = WordFile.of(Samples.bulletin("en"));
    List<Element> rows = file.body("w:tr");
    List<Integer> cells =
        rows.stream().map(row -> row.getElementsByTagName("w:tc").getLength()).toList();
    assertEquals(List.of(2, 3, 1), cells);
    assertEquals(3, file.body("w:cantSplit").size());
    assertEquals(2, file.body("w:tblStyle").size());
  }

  @Test
  void aLetterHasNoneOfABulletinsStyles() throws Exception {
    String styles = WordFile.of(Samples.ENGLISH).text("word/styles.xml");
    assertTrue(!styles.contains("Masthead") && !styles.contains("Boxes"), styles);
  }

  @Test
  void aWordProcessorOpensThemWithAsManyPages() throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    for (int issue = 1; issue <= 3; issue++) {
      for (String language : List.of("en", "ar")) {
        String id = "ua-31-22-" + issue;
        Document bulletin = bulletin(id, language);
        files.put(id + "-" + language, new DocxWriter().write(bulletin, Paper.A4));
      }
    }
    Map<String, Path> pdfs = LibreOffice.convert(folder, files, "pdf", ".pdf");
    for (Map.Entry<String, Path> file : pdfs.entrySet()) {
      try (PDDocument pdf = Loader.loadPDF(file.getValue().toFile())) {
        assertEquals(2, pdf.getNumberOfPages(), file.getKey());
      }
    }
  }

  @Test
  void everyContactIsOnALineOfItsOwn() throws Exception {
    byte[] word = new DocxWriter().write(bulletin("ua-31-22-3", "en"), Paper.A4);
    Path text =
        LibreOffice.convert(folder, Map.of("b", word), "txt:Text (encoded):UTF8", ".txt").get("b");
    List<String> lines = Files.readString(text).lines().map(String::strip).toList();
    int at = lines.indexOf("Write to:");
    assertEquals(
        List.of(
            "Write to:",
            "Kassym-Jomart Tokayev",
            "President of Kazakhstan",
            "Government House",
            "Mangilik Yel St, 6",
            "Astana",
            "Republic of Kazakhstan",
            "Salutation: Your Excellency:",
            "Email: udp@udp-rk.kz",
            "Fax: +7 7172 74-56-31",
            "Twitter/X: @TokayevKZ",
            "Instagram: @tokayev_online"),
        lines.subList(at, at + 12));
  }
}
