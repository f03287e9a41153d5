package org.urgentaction.fax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.document.Paper;

/**
 * What comes out of a fax machine can be read: Tesseract, which has not seen the letter, reads it.
 * The Russian letter holds an address in Kazakh and a country's name in Latin letters.
 */
class FaxReadingTest {
  private static final List<String> CAMPAIGNS = List.of("ua-31-22-3", "ua-31-22-1");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "en, eng, FINE, 99.5",
    "fr, fra, FINE, 99.5",
    "ru, rus+eng+kaz, FINE, 99.5",
    "en, eng, STANDARD, 98",
    "fr, fra, STANDARD, 98",
    "ru, rus+eng+kaz, STANDARD, 98"
  })
  void tesseractReadsThePagesBack(
      String language, String models, FaxResolution resolution, double least) throws Exception {
    assumeTesseractHas(models);
    List<CampaignFax> faxes = new ArrayList<>();
    for (String campaign : CAMPAIGNS) {
      faxes.add(new CampaignFax(campaign, language, Paper.A4, null));
    }
    assertReads(language, faxes, models, resolution, least);
  }

  @ParameterizedTest
  @CsvSource({"FINE, 99.5", "STANDARD, 98"})
  void aLetterWhollyInRussianIsReadWithTheRussianModelAlone(FaxResolution resolution, double least)
      throws Exception {
    assumeTesseractHas("rus");
    List<CampaignFax> faxes = new ArrayList<>();
    for (String campaign : CAMPAIGNS) {
      String text = Files.readString(Path.of("campaigns", campaign + ".yaml"));
      String russian = text.replace("Мәңгілік", "Мангилик").replace(" (Kazakhstan)]", "]");
      assertNotEquals(text, russian);
      Path campaigns = Files.createDirectories(folder.resolve(campaign));
      Files.writeString(campaigns.resolve(campaign + ".yaml"), russian);
      faxes.add(new CampaignFax(Catalogue.load(campaigns), campaign, "ru", Paper.A4, null));
    }
    assertReads("ru-alone", faxes, "rus", resolution, least);
  }

  private void assertReads(
      String name, List<CampaignFax> faxes, String models, FaxResolution resolution, double least)
      throws Exception {
    int characters = 0;
    int wrong = 0;
    for (CampaignFax fax : faxes) {
      List<BufferedImage> pages = Tiffs.pages(fax.set(resolution).tiff());
      List<byte[]> meant = fax.readable();
      assertEquals(meant.size(), pages.size());
      for (int page = 0; page < pages.size(); page++) {
        int[] words = folded(text(meant.get(page)));
        characters += words.length;
        wrong += distance(words, folded(read(squared(pages.get(page), resolution), models)));
      }
    }
    double right = 100.0 * (characters - wrong) / characters;
    report(name, resolution, characters, wrong, right);
    assertTrue(
        right >= least,
        "%d of %d characters wrong: %.2f %% right".formatted(wrong, characters, right));
  }

  @Test
  void aPageThatIsTooCoarseIsFoundOut() throws Exception {
    assumeTesseractHas("eng");
    CampaignFax fax = new CampaignFax(CAMPAIGNS.get(0), "en", Paper.A4, null);
    BufferedImage page = Tiffs.pages(fax.set(FaxResolution.FINE).tiff()).get(1);
    int[] words = folded(text(fax.readable().get(1)));
    int wrong = distance(words, folded(read(shrunk(page, 5), "eng")));
    assertTrue(wrong > words.length / 10, wrong + " of " + words.length);
  }

  private static void assumeTesseractHas(String models) throws Exception {
    assumeTrue(Programs.find("tesseract").isPresent(), "tesseract is not installed");
    String known = Programs.run("tesseract", "--list-langs").out();
    for (String model : models.split("\\+")) {
      assumeTrue(
          known.lines().anyMatch(model::equals), "tesseract-ocr-" + model + " is not installed");
    }
  }

  private static void report(
      String language, FaxResolution resolution, int characters, int wrong, double right)
      throws Exception {
    Path results = Files.createDirectories(Path.of("target/fax"));
    String name = "%s-%s.txt".formatted(language, resolution.name().toLowerCase(Locale.ROOT));
    Files.writeString(
        results.resolve(name),
        "%s %s: %d of %d characters wrong, %.2f %% right%n"
            .formatted(language, resolution, wrong, characters, right));
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      assertEquals(1, file.getNumberOfPages());
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(file);
    }
  }

  private String read(BufferedImage page, String models) throws Exception {
    Path file = folder.resolve("page.png");
    ImageIO.write(page, "png", file.toFile());
    Programs.Answer answer =
        Programs.run("tesseract", file.toString(), "-", "-l", models, "--psm", "6", "--dpi", "204");
    assertEquals(0, answer.status(), answer.err());
    return answer.out();
  }

  /** With rows as high as columns are wide, as a fax viewer shows it. */
  private static BufferedImage squared(BufferedImage page, FaxResolution resolution) {
    return resolution == FaxResolution.FINE
        ? page
        : stretched(page, page.getWidth(), page.getHeight() * 2);
  }

  private static BufferedImage shrunk(BufferedImage page, int times) {
    return stretched(page, page.getWidth() / times, page.getHeight() / times);
  }

  private static BufferedImage stretched(BufferedImage page, int width, int height) {
    BufferedImage square = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = square.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(page, 0, 0, width, height, null);
    graphics.dispose();
    return square;
  }

  /** White space as one space, and the two forms of an apostrophe as one. */
  private static int[] folded(String text) {
    return text.replace('’', '\'')
        .replaceAll("[\\s\\u00A0\\u202F]+", " ")
        .strip()
        .codePoints()
        .toArray();
  }

  /** How many characters must be changed, added or taken out (Levenshtein). */
  private static int distance(int[] meant, int[] read) {
    int[] before = new int[read.length + 1];
    for (int j = 0; j <= read.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= meant.length; i++) {
      int[] row = new int[read.length + 1];
      row[0] = i;
      for (int j = 1; j <= read.length; j++) {
        int changed = before[j - 1] + (meant[i - 1] == read[j - 1] ? 0 : 1);
        row[j] = Math.min(changed, Math.min(row[j - 1], before[j]) + 1);
      }
      before = row;
    }
    return before[read.length];
  }
}
