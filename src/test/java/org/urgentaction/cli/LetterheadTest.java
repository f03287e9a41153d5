package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A picture at the top of the first page, in every format that has one. */
class LetterheadTest {
  private static final String LETTER = "ua-31-22-3-president-en";
  private static final int ADDRESS_FIELD = 45;

  @TempDir Path folder;
  private Session user;
  private Path letters;

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
    letters = folder.resolve("letters");
  }

  private Path picture(int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.YELLOW);
    pen.fillRect(0, 0, width, height);
    pen.setColor(Color.BLUE);
    pen.fillOval(0, 0, height, height);
    pen.dispose();
    Path file = folder.resolve("head.png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private int letter(String... more) {
    return user.run(
        List.of("letter", "31/22", "--to", "president", "-o", letters.toString()), more);
  }

  private int letterFromStrangers(String format, Path head, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.addAll(List.of("--name", "Ann Lee", "--address", "1 Long Street", "--city", "London"));
    all.addAll(List.of("--postcode", "N1 1AA", "--country", "GB", "--format", format));
    all.addAll(List.of("--letterhead", head.toString()));
    return letter(all.toArray(String[]::new));
  }

  /**
   * From the top of the page to the lowest coloured row and from the left to the last column, mm.
   */
  private static double[] coloured(Path pdf) throws IOException {
    try (PDDocument file = Loader.loadPDF(pdf.toFile())) {
      assertEquals(1, file.getNumberOfPages());
      BufferedImage page = new PDFRenderer(file).renderImageWithDPI(0, 72);
      int bottom = -1;
      int right = -1;
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          Color dot = new Color(page.getRGB(x, y));
          if (Math.abs(dot.getRed() - dot.getBlue()) > 100) {
            bottom = y;
            right = Math.max(right, x);
          }
        }
      }
      return new double[] {bottom * 25.4 / 72, right * 25.4 / 72};
    }
  }

  /** What stands for pictures in a file. */
  private static List<String> alternatives(Path pdf) throws IOException {
    List<String> words = new ArrayList<>();
    try (PDDocument file = Loader.loadPDF(pdf.toFile())) {
      for (COSObjectKey key : file.getDocument().getXrefTable().keySet()) {
        if (file.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary found
            && found.getString(COSName.ALT) != null) {
          words.add(found.getString(COSName.ALT));
        }
      }
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource({"1200, 200", "300, 300", "200, 900", "40, 20"})
  void itStandsAboveWhatAWindowShows(int width, int height) throws IOException {
    assertEquals(0, letterFromStrangers("pdf", picture(width, height)), user.err);
    double[] reach = coloured(letters.resolve(LETTER + ".pdf"));
    assertTrue(reach[0] > 9 && reach[0] < ADDRESS_FIELD, reach[0] + " mm");
    assertTrue(reach[1] < 195, reach[1] + " mm");
  }

  @Test
  void itsWordsAreReadToThoseWhoCannotSeeItAndWithoutThemItDecorates() throws IOException {
    Path head = picture(600, 150);
    assertEquals(0, letterFromStrangers("pdf,html,docx", head, "--letterhead-alt", "Sun & Co"));
    Path pdf = letters.resolve(LETTER + ".pdf");
    assertEquals(List.of("Sun & Co"), alternatives(pdf));
    String html = Files.readString(letters.resolve(LETTER + ".html"));
    assertTrue(html.contains("<figure class=\"letterhead\">") && html.contains("Sun &amp; Co"));
    try (ZipFile word = new ZipFile(letters.resolve(LETTER + ".docx").toFile())) {
      byte[] body = word.getInputStream(word.getEntry("word/document.xml")).readAllBytes();
      String text = new String(body, StandardCharsets.UTF_8);
      assertTrue(text.indexOf("descr=\"Sun &amp; Co\"") < text.indexOf("Ann Lee"), text);
      assertTrue(text.contains("descr=\"Sun &amp; Co\""), text);
    }
    assertEquals(0, letterFromStrangers("pdf,txt,eml", head, "--email", "a@example.org"));
    assertEquals(List.of(), alternatives(pdf));
    assertFalse(Files.readString(letters.resolve(LETTER + ".txt")).contains("[]"));
    assertFalse(Files.readString(letters.resolve(LETTER + ".eml")).contains("<figure"));
  }

  @Test
  void aFaxHasItInBlackAndWhite() throws IOException {
    assertEquals(0, letterFromStrangers("fax", picture(600, 150)), user.err);
    String fax = Session.files(letters).get(0);
    try (PDDocument file = Loader.loadPDF(letters.resolve(fax).toFile())) {
      BufferedImage page = new PDFRenderer(file).renderImageWithDPI(1, 72);
      long black = 0;
      for (int y = 0; y < 72 * ADDRESS_FIELD / 25.4; y++) {
        for (int x = 0; x < page.getWidth() / 2; x++) {
          Color dot = new Color(page.getRGB(x, y));
          assertEquals(dot.getRed(), dot.getBlue());
          black += dot.getRed() < 128 ? 1 : 0;
        }
      }
      assertTrue(black > 200, black + " black dots");
    }
  }

  @Test
  void aProfileKeepsIt() throws IOException {
    Path head = picture(600, 150);
    assertEquals(0, user.run("me", "--name", "Ann Lee", "--country", "GB"), user.err);
    assertEquals(
        0,
        user.run("me", "--letterhead", head.toString(), "--letterhead-alt", "Sun & Co"),
        user.err);
    assertEquals(0, user.run("me", "--city", "London"), user.err);
    assertTrue(user.out.contains("head.png"), user.out);
    assertEquals(0, letter(), user.err);
    Path pdf = letters.resolve(LETTER + ".pdf");
    assertEquals(List.of("Sun & Co"), alternatives(pdf));
    assertEquals(0, letter("--name", "Somebody Else", "--country", "GB"), user.err);
    assertEquals(List.of(), alternatives(pdf));
    Files.delete(head);
    assertEquals(2, letter(), user.err);
    assertTrue(user.err.contains("head.png"), user.err);
  }
}
