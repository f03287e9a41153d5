package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;

/** Letters that are too long, and words that would break a file, as LibreOffice opens them. */
class LongAndHostileTest {
  private static final String WORDS =
      "Nobody should lose their freedom for a word that was said in peace. ";
  private static final String HEADER = "Mr Kassym-Jomart Tokayev – Galway, 22 November 2026";

  @TempDir Path folder;

  @Test
  void whatIsTooLongOrTwistedOpensWhole() throws Exception {
    Document longest = with(Samples.ENGLISH, WORDS.repeat(1300));
    Document word = with(Samples.ENGLISH, "x".repeat(10_000));
    Document twisted =
        Samples.of(
            "en",
            Samples.paragraph(
                Block.Role.BODY,
                "\u202Eturned\u202C \u2067isolated \u2066never \u200F\u200Eended \uFEFF"
                    + "a\u0301".repeat(400)
                    + " \u202E\u202D\u202B\u202A"),
            Samples.paragraph(Block.Role.BODY, "the next paragraph"));
    Map<String, Path> opened =
        LibreOffice.convert(
            folder,
            Map.of(
                "longest", new DocxWriter().write(longest, Paper.A4),
                "word", new DocxWriter().write(word, Paper.LETTER),
                "twisted", new DocxWriter().write(twisted, Paper.A4)),
            "pdf",
            ".pdf");
    List<String> pages = pages(opened.get("longest"));
    assertTrue(pages.size() >= 20, pages.size() + " pages");
    assertFalse(pages.get(0).contains(HEADER));
    for (int i = 0; i < pages.size(); i++) {
      String page = pages.get(i);
      assertEquals(i > 0, page.contains(HEADER), page);
      assertTrue(page.contains(i + 1 + "/" + pages.size()), page);
    }
    String read = String.join("", pages(opened.get("word"))).replaceAll("[^x]", "");
    assertTrue(read.length() >= 10_000, read.length() + " letters");
    List<String> straight = pages(opened.get("twisted"));
    assertEquals(1, straight.size());
    assertFalse(straight.get(0).contains("1/1"), "a single page has no number");
    assertTrue(straight.get(0).contains("the next paragraph"), straight.get(0));
  }

  private static Document with(Document letter, String words) {
    List<Block> blocks = new ArrayList<>(letter.blocks());
    blocks.set(5, Samples.paragraph(Block.Role.BODY, words));
    return new Document(letter.language(), letter.title(), blocks);
  }

  private static List<String> pages(Path file) throws Exception {
    List<String> pages = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      PDFTextStripper reader = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        reader.setStartPage(page);
        reader.setEndPage(page);
        pages.add(reader.getText(pdf));
      }
    }
    return pages;
  }
}
