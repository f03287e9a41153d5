package org.urgentaction.fax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.Specimen;
import org.urgentaction.typeset.Standards;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class FaxPressTest {
  private static final FontLibrary FONTS = FontLibrary.forFax();

  @TempDir Path folder;

  private static CampaignFax fax(String language) {
    return new CampaignFax("ua-31-22-3", language, Paper.A4, null);
  }

  @ParameterizedTest
  @EnumSource(FaxResolution.class)
  void aPageIsA4In1728DotsALineBlackAndWhite(FaxResolution resolution) throws Exception {
    List<BufferedImage> pages = Tiffs.pages(fax("en").set(resolution).tiff());
    assertEquals(2, pages.size());
    for (BufferedImage page : pages) {
      assertEquals(1728, page.getWidth());
      assertEquals(resolution == FaxResolution.FINE ? 2291 : 1145, page.getHeight());
      assertEquals(1, page.getColorModel().getPixelSize());
      int black = 0;
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          int dot = page.getRGB(x, y);
          assertTrue(dot == 0xff000000 || dot == 0xffffffff, "a dot is black or white");
          black += dot == 0xff000000 ? 1 : 0;
        }
      }
      double share = (double) black / page.getWidth() / page.getHeight();
      assertTrue(share > 0.002 && share < 0.1, "ink on " + share + " of the page");
      assertEquals(0xffffffff, page.getRGB(0, 0), "the margin is white");
    }
  }

  @Test
  void usLetterFillsTheLineToo() throws Exception {
    FaxDocument fax =
        new CampaignFax("ua-31-22-3", "en", Paper.LETTER, null).set(FaxResolution.FINE);
    for (BufferedImage page : Tiffs.pages(fax.tiff())) {
      assertEquals(1728, page.getWidth());
      assertEquals(2156, page.getHeight());
    }
  }

  @Test
  void thePdfShowsTheSameDotsAsTheTiffInGroup4() throws Exception {
    FaxDocument fax = fax("fr").set(FaxResolution.STANDARD);
    List<BufferedImage> pages = Tiffs.pages(fax.tiff());
    try (PDDocument file = Loader.loadPDF(fax.pdf())) {
      assertEquals(pages.size(), file.getNumberOfPages());
      assertEquals(pages.size(), fax.pages());
      for (int i = 0; i < pages.size(); i++) {
        PDPage page = file.getPage(i);
        COSName name = page.getResources().getXObjectNames().iterator().next();
        PDImageXObject picture = (PDImageXObject) page.getResources().getXObject(name);
        assertEquals(COSName.CCITTFAX_DECODE, picture.getCOSObject().getCOSName(COSName.FILTER));
        assertEquals(
            -1,
            picture.getCOSObject().getCOSDictionary(COSName.DECODE_PARMS).getInt(COSName.K),
            "Group 4");
        assertEquals(1, picture.getBitsPerComponent());
        assertEquals(297, page.getMediaBox().getHeight() / 72 * 25.4, 0.3);
        assertSameDots(pages.get(i), picture.getImage());
      }
    }
  }

  private static void assertSameDots(BufferedImage expected, BufferedImage actual) {
    assertEquals(expected.getWidth(), actual.getWidth());
    assertEquals(expected.getHeight(), actual.getHeight());
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        assertEquals(expected.getRGB(x, y), actual.getRGB(x, y) | 0xff000000);
      }
    }
  }

  static Stream<Specimen> specimens() {
    return Specimen.all().stream();
  }

  /** A picture of a text has no words that PDF/UA-1 or PDF/A-2a could ask to be tagged. */
  @ParameterizedTest
  @MethodSource("specimens")
  void thePdfKeepsPdfA2bInEveryLanguage(Specimen specimen) throws Exception {
    FaxPress press = new FaxPress(FONTS, Paper.A4, FaxResolution.FINE);
    byte[] pdf = press.set(specimen.cover(), List.of(specimen.letter()), specimen.numbers()).pdf();
    Path kept = Files.createDirectories(Path.of("target/fax")).resolve(specimen + ".fax.pdf");
    Files.write(kept, pdf);
    assertEquals(List.of(), Standards.offences(pdf, List.of(PDFAFlavour.PDFA_2_B)));
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertEquals(specimen.toString(), file.getDocumentCatalog().getLanguage());
      assertNotNull(file.getDocumentCatalog().getMetadata());
    }
  }

  @Test
  void theSameLetterGivesTheSameBytesInAnyTimeZoneAndLocale() {
    FaxDocument here = fax("ru").set(FaxResolution.FINE);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      FaxDocument there = fax("ru").set(FaxResolution.FINE);
      assertArrayEquals(here.tiff(), there.tiff());
      assertArrayEquals(here.pdf(), there.pdf());
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void aFaxTellsNothingOfItsMaker() {
    FaxDocument fax = fax("en").set(FaxResolution.STANDARD);
    for (byte[] file : List.of(fax.pdf(), fax.tiff())) {
      String text = new String(file, StandardCharsets.ISO_8859_1);
      for (String trace :
          List.of("/Info", "Producer", "CreationDate", "PDFBox", "Java", "Author", "Smith")) {
        assertFalse(text.contains(trace), trace);
      }
    }
  }

  @Test
  void aLongLetterHasItsPagesCountedOnTheCover() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      blocks.add(
          new Block.Paragraph(
              Block.Role.BODY,
              List.of(new Inline.Text("One more paragraph, and after this another one."))));
    }
    Document letter = new Document(Locale.ENGLISH, "Long", blocks);
    List<Integer> said = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    FaxDocument fax =
        new FaxPress(FONTS, Paper.A4, FaxResolution.STANDARD)
            .set(
                pages -> {
                  said.add(pages);
                  return fax("en").cover(pages);
                },
                List.of(letter, fax("en").letter()),
                (page, pages) -> {
                  numbers.add(page + "/" + pages);
                  return page + "/" + pages;
                });
    assertTrue(fax.pages() > 4, "" + fax.pages());
    assertEquals(fax.pages(), said.get(said.size() - 1));
    List<String> expected = new ArrayList<>();
    for (int page = 1; page <= fax.pages(); page++) {
      expected.add(page + "/" + fax.pages());
    }
    assertEquals(expected, numbers);
  }

  @ParameterizedTest
  @EnumSource(FaxResolution.class)
  void aSignatureInLightInkSurvives(FaxResolution resolution) throws Exception {
    BufferedImage scan = new BufferedImage(900, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = scan.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 900, 240);
    pen.setColor(new Color(170, 190, 235));
    pen.setStroke(new BasicStroke(2));
    pen.drawLine(20, 120, 880, 120);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(scan, "png", png);
    Picture signature = new Picture(png.toByteArray(), "image/png", "");
    CampaignFax signed = new CampaignFax("ua-31-22-3", "en", Paper.A4, signature);
    assertTrue(longestLine(Tiffs.pages(signed.set(resolution).tiff()).get(1)) > 300);
    assertTrue(longestLine(Tiffs.pages(fax("en").set(resolution).tiff()).get(1)) < 100);
  }

  /** The most dots of ink that stand side by side anywhere. */
  private static int longestLine(BufferedImage page) {
    int longest = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      int run = 0;
      for (int x = 0; x < page.getWidth(); x++) {
        run = page.getRGB(x, y) == 0xff000000 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
    }
    return longest;
  }

  @Test
  void qpdfFindsNothingWrong() throws Exception {
    assumeTrue(Programs.find("qpdf").isPresent(), "qpdf is not installed");
    Path file = folder.resolve("fax.pdf");
    Files.write(file, fax("en").set(FaxResolution.FINE).pdf());
    Programs.Answer answer = Programs.run("qpdf", "--check", file.toString());
    assertEquals(0, answer.status(), answer.out() + answer.err());
  }
}
