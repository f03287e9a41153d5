package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;

/** What a word processor of others makes of the files, with the program's own fonts. */
class LibreOfficeTest {
  private static final Map<String, Document> LETTERS =
      Map.of(
          "en", Samples.ENGLISH,
          "fr", Samples.FRENCH,
          "ru", Samples.RUSSIAN,
          "ar", Samples.ARABIC,
          "rich", Samples.rich("en"));

  @TempDir Path folder;

  private Map<String, Path> opened(String format, String ending) throws Exception {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, Document> letter : LETTERS.entrySet()) {
      files.put(letter.getKey(), new DocxWriter().write(letter.getValue(), Paper.A4));
    }
    return LibreOffice.convert(folder, files, format, ending);
  }

  @Test
  void everyLineIsReadInOrder() throws Exception {
    for (Map.Entry<String, Path> letter : opened("txt:Text (encoded):UTF8", ".txt").entrySet()) {
      if (!letter.getKey().equals("rich")) {
        assertHoldsEveryLine(letter.getKey(), Files.readString(letter.getValue()));
      }
    }
  }

  @Test
  void lettersArePrintedOnOnePageWithTheAddressInTheWindow() throws Exception {
    Map<String, Path> pdfs = opened("pdf", ".pdf");
    for (String language : List.of("en", "fr", "ru", "ar")) {
      try (PDDocument pdf = Loader.loadPDF(pdfs.get(language).toFile())) {
        assertEquals(1, pdf.getNumberOfPages(), language);
        if (!language.equals("ar")) { // LibreOffice's PDFs have Arabic letters out of order
          assertHoldsEveryLine(language, new PDFTextStripper().getText(pdf));
        }
      }
    }
    assertRecipientShowsInTheWindow(pdfs.get("en"));
    assertSomeTextOfEveryKind(pdfs.get("rich"));
  }

  private static void assertHoldsEveryLine(String language, String read) {
    String text = folded(read);
    int at = 0;
    for (String line : lines(LETTERS.get(language))) {
      int found = text.indexOf(folded(line), at);
      assertTrue(found >= 0, line + " is not after " + at + " in " + text);
      at = found + folded(line).length();
    }
  }

  /** DIN 5008 form B: 45 to 90 mm from the top, and the sender above it at the other side. */
  private static void assertRecipientShowsInTheWindow(Path file) throws IOException {
    Map<String, TextPosition> firsts = new TreeMap<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String text, List<TextPosition> positions) {
          firsts.putIfAbsent(text, positions.get(0));
        }
      }.getText(pdf);
    }
    double millimetre = 72 / 25.4;
    TextPosition recipient = firsts.get("Mr Kassym-Jomart Tokayev");
    assertEquals(25, recipient.getX() / millimetre, 0.5);
    assertEquals(66, recipient.getY() / millimetre, 3);
    assertTrue(firsts.get("Kazakhstan").getY() / millimetre < 90);
    TextPosition sender = firsts.get("Ann O’Leary");
    assertEquals(125, sender.getX() / millimetre, 1);
    assertEquals(21, sender.getY() / millimetre, 2);
  }

  private static void assertSomeTextOfEveryKind(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      String text = folded(new PDFTextStripper().getText(pdf));
      for (String expected :
          List.of("שגרירות", "a link", "1. outer", "1. inner one", "1. again", "liberté")) {
        assertTrue(text.contains(folded(expected)), expected + " in " + text);
      }
    }
  }

  /** Without white space, and letters by themselves whatever shape they were drawn in. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u200E\\u200F]", "");
  }

  private static List<String> lines(Document letter) {
    List<String> lines = new ArrayList<>();
    for (Block block : letter.blocks()) {
      if (block instanceof Block.Address address) {
        address.lines().forEach(line -> lines.add(Inline.plain(line)));
      } else if (block instanceof Block.Heading heading) {
        lines.add(Inline.plain(heading.content()));
      } else if (block instanceof Block.Paragraph paragraph) {
        lines.add(Inline.plain(paragraph.content()));
      } else if (block instanceof Block.Listing listing) {
        for (List<Block> item : listing.items()) {
          lines.add(Inline.plain(((Block.Paragraph) item.get(0)).content()));
        }
      }
    }
    return lines;
  }
}
