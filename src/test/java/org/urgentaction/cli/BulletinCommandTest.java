package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulletinCommandTest {
  private static final Path GOOD = Path.of("src/test/resources/campaign/good");

  @TempDir Path folder;
  private Session user;
  private Path bulletins;

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
    bulletins = folder.resolve("bulletins");
  }

  private int bulletin(String id, String... more) {
    return user.run(List.of("bulletin", id, "-o", bulletins.toString()), more);
  }

  private String text(String name) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(bulletins.resolve(name).toFile())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private String html(String name) throws IOException {
    return Files.readString(bulletins.resolve(name));
  }

  /** The campaign file that has every key, with its picture. */
  private String[] everything() throws IOException {
    Path campaigns = folder.resolve("campaigns");
    Files.createDirectories(campaigns.resolve("photos"));
    try (Stream<Path> files = Files.list(GOOD)) {
      for (Path file : files.filter(any -> any.toString().endsWith(".yaml")).toList()) {
        Files.copy(file, campaigns.resolve(file.getFileName()));
      }
    }
    BufferedImage photo = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(photo, "jpeg", campaigns.resolve("photos/mamay.jpg").toFile());
    return new String[] {"--campaigns", campaigns.toString()};
  }

  @ParameterizedTest
  @CsvSource({
    "ua-31-22-1, a4",
    "ua-31-22-1, letter",
    "ua-31-22-2, a4",
    "ua-31-22-2, letter",
    "ua-31-22-3, a4",
    "ua-31-22-3, letter"
  })
  void aCaseOfTheUsualLengthTakesTwoPages(String id, String paper) {
    assertEquals(0, bulletin(id, "--paper", paper), user.err);
    assertTrue(user.out.strip().endsWith(id + "-bulletin-en.pdf (2 pages)"), user.out);
  }

  @Test
  void everythingThatTheCampaignHoldsIsInIt() throws IOException {
    assertEquals(0, bulletin("full", everything()), user.err);
    String text = text("full-bulletin-en.pdf");
    for (String expected :
        List.of(
            "URGENT ACTION Third UA: 31/22 · Index: EUR 57/6695/2023 · Kazakhstan · Date: April 19,",
            "Activist given a suspended sentence On 10 April Zhanbolat Mamay was given",
            "urging them to: • Lift all restrictions on Zhanbolat Mamay at once.",
            "TAKE ACTION 1. Write to the officials below,",
            "Send it by email, fax, phone, social media or web form.",
            "Please do not use post: Post to the country is suspended.",
            "Write to: Kassym-Jomart Tokayev President of Kazakhstan Akorda Government House",
            "Salutation: Your Excellency: Email: udp@udp-rk.kz",
            "Fax: +7 7172 74-56-31 (ask for a fax tone) Phone: +7 7172 74-55-53",
            "Web form: https://www.akorda.kz/en/letter Twitter/X: @TokayevKZ Instagram: @tokayev_online",
            "And copy (Canada): Akylbek Kamaldinov Ambassador of Kazakhstan to Canada Embassy of",
            "SAMPLE LETTER Your Excellency: I am writing from [your town], [your country], about",
            "[your own words] Yours sincerely,",
            "ADDITIONAL INFORMATION He led the Democratic Party of Kazakhstan.",
            "PREFERRED LANGUAGE TO ADDRESS TARGET: Russian, English",
            "PLEASE TAKE ACTION AS SOON AS POSSIBLE UNTIL: June 14, 2023 Please ask the office",
            "NAME AND PRONOUN: Zhanbolat Mamay (Zhanbolat Mamai) (Janbolat Mamay) (he/him)",
            "LINK TO PREVIOUS UA: full-2, https://www.example.org/ua/31-22",
            "REPORT YOUR ACTION: https://www.amnesty.ca/report, ua@amnesty.ca",
            "Accounts to tag: @TokayevKZ (Twitter/X), @tokayev_online (Instagram)",
            "• Lift the restrictions on #Mamay, @TokayevKZ",
            "In court / Private")) {
      assertTrue(text.contains(expected), expected + " in " + text);
    }
    assertFalse(text.contains("${"), text);
  }

  @Test
  void anOpenOneSaysNothingOfBeingClosed() throws IOException {
    assertEquals(0, bulletin("ua-31-22-3", "--format", "html"), user.err);
    assertFalse(html("ua-31-22-3-bulletin-en.html").contains("class=\"notice\""));
    assertEquals("", user.err);
  }

  @Test
  void aClosedOneIsPrintedAndSaysSoAtItsHead() throws IOException {
    assertEquals(0, bulletin("ua-31-22-1", "--format", "html"), user.err);
    assertTrue(user.err.contains("ua-31-22-1 is closed"), user.err);
    String page = html("ua-31-22-1-bulletin-en.html");
    int notice =
        page.indexOf(
            "<p class=\"notice\">A newer issue has taken the place of this one: Kazakhstan:"
                + " opposition leader silenced by a suspended sentence.");
    assertTrue(notice > 0 && notice < page.indexOf("<h1>"), page);
  }

  @Test
  void oneThatWasStoppedAsksForNoMore() throws IOException {
    user.environment.put("UA_TODAY", "2024-02-01");
    String[] campaigns = everything();
    assertEquals(0, bulletin("full", campaigns[0], campaigns[1], "--format", "html"), user.err);
    String page = html("full-bulletin-en.html");
    assertTrue(
        page.contains("This action ended on January 2, 2024. Please send no more appeals. He was"),
        page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "docx", "html"})
  void theSameCampaignGivesTheSameBytes(String format) throws IOException {
    assertEquals(0, bulletin("ua-31-22-3", "--lang", "ar", "--format", format), user.err);
    Path file = bulletins.resolve("ua-31-22-3-bulletin-ar." + format);
    byte[] first = Files.readAllBytes(file);
    user.environment.put("HOME", folder.resolve("other").toString());
    assertEquals(0, bulletin("ua-31-22-3", "--lang", "ar", "--format", format), user.err);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void aCampaignThatLacksMostThingsLeavesThemOut() throws IOException {
    String[] campaigns = everything();
    assertEquals(0, bulletin("bare", campaigns[0], campaigns[1], "--format", "html"), user.err);
    String page = html("bare-bulletin-en.html");
    assertTrue(page.contains("<p class=\"issue\"><strong>Kazakhstan</strong></p>"), page);
    for (String absent : List.of("TAKE ACTION", "SAMPLE LETTER", "Write to", "NAME AND", "UA:")) {
      assertFalse(page.replace("PLEASE TAKE ACTION", "").contains(absent), absent);
    }
  }

  @Test
  void aPictureThatIsNotThereIsLeftOutAndSaid() throws IOException {
    String[] campaigns = everything();
    Files.delete(folder.resolve("campaigns/photos/mamay.jpg"));
    assertEquals(0, bulletin("full", campaigns[0], campaigns[1], "--format", "html"), user.err);
    assertTrue(user.err.contains("without its photo: there is no "), user.err);
    assertFalse(html("full-bulletin-en.html").contains("<img"));
  }

  @Test
  void aPictureKeepsItsPixelsOnly() throws IOException {
    String[] campaigns = everything();
    Path photo = folder.resolve("campaigns/photos/mamay.jpg");
    byte[] jpeg = Files.readAllBytes(photo);
    byte[] comment = "\u00ff\u00fe\u0000\u0012taken at home!!".getBytes("ISO-8859-1");
    byte[] telling = Arrays.copyOf(jpeg, jpeg.length + comment.length);
    System.arraycopy(comment, 0, telling, 2, comment.length);
    System.arraycopy(jpeg, 2, telling, 2 + comment.length, jpeg.length - 2);
    Files.write(photo, telling);
    assertEquals(0, bulletin("full", campaigns[0], campaigns[1], "--format", "html"), user.err);
    String page = html("full-bulletin-en.html");
    assertTrue(page.contains("<img src=\"data:image/png;base64,"), page);
    assertTrue(page.contains("alt=\"A man in a court room\""), page);
  }

  @Test
  void aLanguageThatTheCampaignIsNotWrittenInIsRefused() {
    assertEquals(2, bulletin("ua-31-22-3", "--lang", "ja"));
    assertTrue(
        user.err.startsWith(
            "ua-31-22-3: error: the campaign is not written in Japanese (ja); choose with --lang"
                + " from English (en)"),
        user.err);
    assertFalse(Files.exists(bulletins));
  }

  @Test
  void aLanguageWithoutLabelsIsRefused() throws IOException {
    String[] campaigns = everything();
    assertEquals(2, bulletin("small", campaigns));
    assertTrue(
        user.err.contains(
            "there are no labels in Norwegian Bokmål (nb); write templates/bulletin_nb.properties"),
        user.err);
  }

  @Test
  void whatItCannotBeIsRefused() {
    assertEquals(2, bulletin("ua-31-22-3", "--format", "tiff"));
    assertEquals(
        "--format: error: a bulletin has no format \"tiff\"; choose from pdf, docx, html",
        user.err.strip());
    assertEquals(2, bulletin("ua-31-22-3", "--paper", "a5"));
    assertEquals(
        "--paper: error: \"a5\" is no paper known here; choose a4 or letter", user.err.strip());
  }
}
