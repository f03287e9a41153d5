package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.urgentaction.document.Paper;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;

/** A Word file's first page, as LibreOffice prints it, beside the PDF of the same letter. */
class PlacesTest {
  private static final double MILLIMETRE = 72 / 25.4;
  private static final double NEAR = 2.5;
  private static final double APART = 30;

  /** The address that fills the window of a #10 envelope. */
  private static final List<String> SIX_LINES =
      List.of("Kassym-Jomart Tokayev", "President", "House", "Street, 6", "Astana", "Kazakhstan");

  @TempDir Path folder;

  /** A line of text in one place: its edges and baseline, in millimetres. */
  private record Line(double left, double right, double baseline) {}

  @Test
  void senderWindowDateSubjectAndBodyStandWhereThePdfHasThem() throws Exception {
    Map<String, Document> letters = new TreeMap<>();
    letters.put("en", Samples.ENGLISH);
    letters.put("ar", Samples.ARABIC);
    letters.put("fa", in("fa", Samples.ARABIC));
    letters.put("six", to(SIX_LINES, Samples.ENGLISH));
    letters.put("sixar", to(SIX_LINES, Samples.ARABIC));
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, byte[]> pdfs = new TreeMap<>();
    Map<String, Document> all = new TreeMap<>();
    for (Paper paper : Paper.values()) {
      PdfPress press = new PdfPress(FontLibrary.bundled(), new PageStyle(paper, false), List.of());
      letters.forEach(
          (name, letter) -> {
            files.put(name + paper, new DocxWriter().write(letter, paper));
            pdfs.put(name + paper, press.set(letter).pdf());
            all.put(name + paper, letter);
          });
    }
    Map<String, Path> printed = LibreOffice.convert(folder, files, "pdf", ".pdf");
    for (Map.Entry<String, Path> word : printed.entrySet()) {
      String name = word.getKey();
      try (PDDocument theirs = Loader.loadPDF(word.getValue().toFile());
          PDDocument ours = Loader.loadPDF(pdfs.get(name))) {
        assertEquals(1, theirs.getNumberOfPages(), name);
        assertNear(name, ours, theirs, all.get(name));
      }
    }
  }

  private static void assertNear(String name, PDDocument ours, PDDocument theirs, Document letter)
      throws IOException {
    boolean rightToLeft = letter.rightToLeft();
    int window = ((Block.Address) letter.blocks().get(1)).lines().size();
    for (boolean beside : new boolean[] {true, false}) {
      List<Line> wanted = lines(ours, rightToLeft, beside);
      List<Line> found = lines(theirs, rightToLeft, beside);
      int compared = beside ? 5 : window + 3; // sender and date; window, subject, greeting, body
      for (int i = 0; i < compared; i++) {
        String which = name + (beside ? " beside " : " line ") + i + " " + found;
        assertEquals(wanted.get(i).baseline, found.get(i).baseline, NEAR, which);
        if (rightToLeft) {
          assertEquals(wanted.get(i).right, found.get(i).right, NEAR, which);
        } else {
          assertEquals(wanted.get(i).left, found.get(i).left, NEAR, which);
        }
      }
    }
  }

  /** The lines of the first page, from the top: those beside the window, or all others. */
  private static List<Line> lines(PDDocument pdf, boolean rightToLeft, boolean beside)
      throws IOException {
    List<TextPosition> letters = new ArrayList<>();
    PDFTextStripper reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition letter) {
            if (!letter.getUnicode().isBlank() && letter.getWidthDirAdj() > 0.5) { // no marks
              letters.add(letter);
            }
          }
        };
    reader.setEndPage(1);
    reader.getText(pdf);
    letters.sort(
        Comparator.<TextPosition>comparingInt(letter -> Math.round(letter.getYDirAdj()))
            .thenComparing(TextPosition::getXDirAdj));
    double width = pdf.getPage(0).getMediaBox().getWidth();
    List<Line> lines = new ArrayList<>();
    double left = 0;
    double right = 0;
    double y = -1;
    for (TextPosition letter : letters) {
      if (Math.abs(letter.getYDirAdj() - y) > 1.5 || letter.getXDirAdj() - right > APART) {
        add(lines, left, right, y, width, rightToLeft, beside);
        left = letter.getXDirAdj();
        right = left;
        y = letter.getYDirAdj();
      }
      right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
    }
    add(lines, left, right, y, width, rightToLeft, beside);
    return lines;
  }

  private static void add(
      List<Line> lines,
      double left,
      double right,
      double y,
      double width,
      boolean rightToLeft,
      boolean beside) {
    double start = rightToLeft ? width - right : left;
    if (y >= 0 && start > 110 * MILLIMETRE == beside) {
      lines.add(new Line(left / MILLIMETRE, right / MILLIMETRE, y / MILLIMETRE));
    }
  }

  private static Document in(String language, Document letter) {
    return new Document(Locale.forLanguageTag(language), letter.title(), letter.blocks());
  }

  private static Document to(List<String> lines, Document letter) {
    List<Block> blocks = new ArrayList<>(letter.blocks());
    Locale language = letter.rightToLeft() ? Locale.ENGLISH : null;
    blocks.set(1, new Block.Address(Block.Party.RECIPIENT, Samples.lines(lines), language));
    return new Document(letter.language(), letter.title(), blocks);
  }
}
