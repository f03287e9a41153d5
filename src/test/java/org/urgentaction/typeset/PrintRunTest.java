package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.problem.InvalidInputException;

class PrintRunTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final PageStyle A4 = new PageStyle(Paper.A4, false);
  private static final PageStyle US = new PageStyle(Paper.LETTER, false);
  private static final List<Letters.Words> LANGUAGES =
      List.of(Letters.ENGLISH, Letters.RUSSIAN, Letters.ARABIC, Letters.HINDI);
  private static final List<String> NAMES =
      List.of("Ann O’Leary", "Đặng Thị Hương", "Łukasz (Žižek)", "Δημήτρης \\ Ω", "Анна");

  @Test
  void aRunOfMixedLettersKeepsTheStandards() throws Exception {
    for (boolean duplex : List.of(false, true)) {
      byte[] pdf = run(30, duplex);
      Files.createDirectories(Path.of("target/letters"));
      Files.write(Path.of("target/letters/run-" + (duplex ? "duplex" : "simplex") + ".pdf"), pdf);
      assertEquals(List.of(), Standards.offences(pdf));
      assertEquals("", Qpdf.complaints(pdf));
    }
  }

  @Test
  void everyLetterIsThereInOrderUnderItsWritersName() throws Exception {
    try (PDDocument file = Loader.loadPDF(run(200, false))) {
      PDFTextStripper stripper = new PDFTextStripper();
      int number = 0;
      for (PDOutlineItem item : file.getDocumentCatalog().getDocumentOutline().children()) {
        assertEquals(name(number), item.getTitle());
        int page = file.getPages().indexOf(item.findDestinationPage(file)) + 1;
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        String text = ReadBack.folded(stripper.getText(file));
        assertTrue(text.contains("No. " + number + " "), number + " not in " + text);
        assertTrue(text.contains(name(number)) || number % 4 == 2, name(number));
        number++;
      }
      assertEquals(200, number);
    }
  }

  @Test
  void eachLetterIsASectionWithItsTitleAndLanguage() throws Exception {
    try (PDDocument file = Loader.loadPDF(run(8, false))) {
      List<Object> roots = file.getDocumentCatalog().getStructureTreeRoot().getKids();
      assertEquals(1, roots.size());
      int number = 0;
      for (Object kid : ((PDStructureElement) roots.get(0)).getKids()) {
        PDStructureElement section = (PDStructureElement) kid;
        assertEquals("Sect", section.getStructureType());
        assertEquals(LANGUAGES.get(number % 4).language(), section.getLanguage());
        assertEquals(LANGUAGES.get(number % 4).subject(), section.getTitle());
        number++;
      }
      assertEquals(8, number);
    }
  }

  @Test
  void eachTypefaceIsEmbeddedOnce() throws Exception {
    try (PDDocument file = Loader.loadPDF(run(30, false))) {
      Set<COSDictionary> fonts = new HashSet<>();
      Set<String> names = new HashSet<>();
      for (PDPage page : file.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name).getCOSObject());
          names.add(page.getResources().getFont(name).getName().substring(7));
        }
      }
      assertEquals(names.size(), fonts.size());
      assertTrue(names.contains("NotoSerif-Regular"), names.toString());
    }
  }

  @Test
  void printedOnBothSidesEachLetterBeginsOnAFreshSheet() throws Exception {
    try (PDDocument file = Loader.loadPDF(run(12, true))) {
      int last = -2;
      for (PDOutlineItem item : file.getDocumentCatalog().getDocumentOutline().children()) {
        int page = file.getPages().indexOf(item.findDestinationPage(file));
        assertEquals(0, page % 2);
        assertTrue(page > last);
        last = page;
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(2);
      stripper.setEndPage(2);
      assertEquals("", stripper.getText(file).strip());
      assertEquals(0, file.getNumberOfPages() % 2);
    }
  }

  @Test
  void theSameListGivesTheSameBytes() throws Exception {
    Locale locale = Locale.getDefault();
    byte[] first = run(10, true);
    try {
      Locale.setDefault(Locale.forLanguageTag("fa-IR"));
      assertArrayEquals(first, run(10, true));
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void whatIsWrittenIsNotKept() throws Exception {
    try (PrintRun run = new PrintRun(FONTS, shared(), true, OutputStream.nullOutputStream())) {
      for (int i = 0; i < 500; i++) {
        run.add(letter(i), A4, name(i));
      }
      long before = held();
      for (int i = 500; i < 3500; i++) {
        run.add(letter(i), A4, name(i));
      }
      long kept = held() - before;
      assertTrue(kept < 12_000_000, kept + " bytes are kept of 3000 letters");
      run.finish();
    }
  }

  @Test
  void aLetterThatCannotBeSetLeavesTheRunAsItWas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintRun run = new PrintRun(FONTS, shared(), false, out)) {
      run.add(letter(0), A4, name(0));
      Document broken =
          Letters.with(Letters.ENGLISH, Letters.paragraph(Block.Role.BODY, "𓀀 here"));
      assertThrows(InvalidInputException.class, () -> run.add(broken, A4, "somebody"));
      run.add(letter(1), US, name(1));
      run.finish();
    }
    assertEquals(List.of(), Standards.offences(out.toByteArray()));
    assertEquals("", Qpdf.complaints(out.toByteArray()));
  }

  @Test
  void aRunWithoutLettersIsNoFile() throws IOException {
    try (PrintRun run = new PrintRun(FONTS, List.of(), false, OutputStream.nullOutputStream())) {
      assertThrows(IllegalStateException.class, run::finish);
    }
  }

  private static long held() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static byte[] run(int letters, boolean duplex) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintRun run = new PrintRun(FONTS, shared(), duplex, out)) {
      for (int i = 0; i < letters; i++) {
        int pages = run.add(letter(i), i % 3 == 0 ? US : A4, name(i));
        assertEquals(i % 7 == 6, pages > 1);
      }
      run.finish();
    }
    return out.toByteArray();
  }

  private static List<Document> shared() {
    return LANGUAGES.stream()
        .map(words -> Letters.letter(words, List.of("–", "–"), Letters.signature(), 1))
        .toList();
  }

  private static String name(int number) {
    return NAMES.get(number % NAMES.size());
  }

  /** A letter by a writer of their own, in the languages in turn; every seventh a long one. */
  private static Document letter(int number) {
    List<String> sender = new ArrayList<>(List.of(name(number), "No. " + number + " Street"));
    return Letters.letter(
        LANGUAGES.get(number % 4), sender, Letters.signature(), number % 7 == 6 ? 25 : 1);
  }
}
