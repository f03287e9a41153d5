package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.urgentaction.document.Paper;

/** The letters of all scripts as docs/ shows them; {@code -Dupdate=true} draws those anew. */
class PicturesTest {
  /** One language a script, and those whose letters beyond it are worth a look. */
  private static final List<List<String>> SHEETS =
      List.of(
          List.of("en", "vi", "tr", "el", "uk", "kk"),
          List.of("hy", "ka", "he", "ar", "fa", "ur"),
          List.of("hi", "bn", "ta", "si", "am", "bo"),
          List.of("th", "lo", "km", "my"),
          List.of("zh-Hans", "zh-Hant", "ja", "ko"));

  private static final int DPI = 150;
  private static final int WIDTH = 500;
  private static final int HEIGHT = 707;

  @Test
  void everyLetterHasItsInkWithinItsMargins() throws Exception {
    List<Specimen> specimens = Specimen.all();
    int sheet = 0;
    for (List<String> languages : SHEETS) {
      sheet++;
      List<BufferedImage> letters = new ArrayList<>();
      for (String language : languages) {
        Specimen specimen =
            specimens.stream()
                .filter(any -> any.toString().equals(language))
                .findAny()
                .orElseThrow();
        BufferedImage page = drawn(specimen);
        assertInkWithin(page, language);
        letters.add(page);
      }
      write(letters, "scripts-" + sheet);
    }
  }

  private static BufferedImage drawn(Specimen specimen) throws IOException {
    SetDocument set =
        new PdfPress(FontLibrary.bundled(), new PageStyle(Paper.A4, false), List.of())
            .set(specimen.letter());
    try (PDDocument file = Loader.loadPDF(set.pdf())) {
      return new PDFRenderer(file).renderImageWithDPI(0, DPI, ImageType.GRAY);
    }
  }

  private static void assertInkWithin(BufferedImage page, String language) {
    List<InkRow> rows = InkRow.of(page, 0, page.getHeight(), 3);
    assertTrue(rows.size() > 8, language + " has " + rows.size() + " lines");
    int margin = 15 * DPI / 25;
    BufferedImage edge = page.getSubimage(0, 0, margin, page.getHeight());
    assertTrue(InkRow.of(edge, 0, edge.getHeight(), 3).isEmpty(), language + " on the left");
    edge = page.getSubimage(page.getWidth() - margin, 0, margin, page.getHeight());
    assertTrue(InkRow.of(edge, 0, edge.getHeight(), 3).isEmpty(), language + " on the right");
  }

  private static void write(List<BufferedImage> letters, String name) throws IOException {
    int across = letters.size() > 4 ? 3 : 2;
    int down = (letters.size() + across - 1) / across;
    BufferedImage sheet =
        new BufferedImage(across * (WIDTH + 6), down * (HEIGHT + 6), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = sheet.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    for (int i = 0; i < letters.size(); i++) {
      BufferedImage half = halved(letters.get(i));
      int left = i % across * (WIDTH + 6) + 3;
      pen.drawImage(half, left, i / across * (HEIGHT + 6) + 3, WIDTH, HEIGHT, null);
    }
    pen.dispose();
    Path folder =
        System.getProperty("update", "").isEmpty() ? Path.of("target/pictures") : Path.of("docs");
    Files.createDirectories(folder);
    ImageIO.write(PictureSheet.inGreys(sheet), "png", folder.resolve(name + ".png").toFile());
  }

  /** Each pixel the mean of four, so that no thin stroke is lost. */
  private static BufferedImage halved(BufferedImage page) {
    BufferedImage half =
        new BufferedImage(page.getWidth() / 2, page.getHeight() / 2, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < half.getHeight(); y++) {
      for (int x = 0; x < half.getWidth(); x++) {
        int sum = 0;
        for (int i = 0; i < 4; i++) {
          sum += page.getRaster().getSample(2 * x + i % 2, 2 * y + i / 2, 0);
        }
        half.getRaster().setSample(x, y, 0, sum / 4);
      }
    }
    return half;
  }
}
