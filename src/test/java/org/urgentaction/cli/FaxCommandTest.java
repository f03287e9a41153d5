package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaxCommandTest {
  private static final String PRESIDENTS_FAX = "fax: [{number: \"+7 7172 74-56-31\"}]";

  @TempDir Path folder;
  private Session user;
  private Path letters;

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
    letters = folder.resolve("letters");
  }

  private int fax(String country, String... more) {
    return user.run(
        List.of(
            "letter",
            "31/22",
            "--name",
            "Your Name",
            "--country",
            country,
            "-o",
            letters.toString()),
        more);
  }

  /** The real campaign with other numbers for the president. */
  private String campaignsWith(String numbers) throws IOException {
    String campaign = Files.readString(Path.of("campaigns/ua-31-22-3.yaml"));
    assertTrue(campaign.contains(PRESIDENTS_FAX));
    Path campaigns = Files.createDirectories(folder.resolve("campaigns"));
    Files.writeString(
        campaigns.resolve("ua-31-22-3.yaml"), campaign.replace(PRESIDENTS_FAX, numbers));
    return campaigns.toString();
  }

  private int pages(String name) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letters.resolve(name).toFile())) {
      return pdf.getNumberOfPages();
    }
  }

  @Test
  void faxesAreWrittenAsPdfAndTiffWithTheNumberToDial() throws IOException {
    assertEquals(0, fax("CA", "--format", "fax,tiff"), user.err);
    assertEquals(
        List.of(
            "ua-31-22-3-embassy-ca-en.fax.pdf",
            "ua-31-22-3-embassy-ca-en.tiff",
            "ua-31-22-3-president-en.fax.pdf",
            "ua-31-22-3-president-en.tiff"),
        Session.files(letters));
    assertEquals(2, pages("ua-31-22-3-president-en.fax.pdf"));
    assertEquals(3, pages("ua-31-22-3-embassy-ca-en.fax.pdf"), "with the letter it speaks of");
    assertTrue(user.out.contains("2 pages with the cover sheet"), user.out);
    assertTrue(user.err.contains("To fax president, dial 011 7 7172 74 56 31."), user.err);
    assertTrue(user.err.contains("To fax embassy-ca, dial 1 (613) 695-8755."), user.err);
    assertTrue(user.err.contains("--to president,embassy-ca --channel fax"), user.err);
    assertFalse(user.err.contains("in the post") || user.err.contains("envelope"), user.err);
  }

  @Test
  void faxesAreInTheLogAsFaxesAndCanBeNotedAsSent() {
    assertEquals(0, fax("CA", "--to", "president", "--format", "tiff"), user.err);
    assertEquals(0, user.run("log", "--json"));
    assertTrue(user.out.contains("\"fax\""), user.out);
    assertEquals(0, user.run("log", "add", "31/22", "--to", "president", "--channel", "fax"));
    assertTrue(user.err.contains("faxed: ua-31-22-3 → president"), user.err);
  }

  @Test
  void anOfficialWithoutANumberIsNamedAndLeftOut() {
    assertEquals(0, fax("US", "--format", "fax,txt"), user.err);
    assertEquals(
        List.of(
            "ua-31-22-3-embassy-us-en.txt",
            "ua-31-22-3-president-en.fax.pdf",
            "ua-31-22-3-president-en.txt"),
        Session.files(letters));
    assertTrue(user.err.contains("There is no fax number for embassy-us"), user.err);
  }

  @Test
  void whereNobodyHasANumberNothingIsWritten() {
    assertEquals(2, fax("US", "--format", "fax,tiff", "--to", "embassy-us"));
    assertTrue(user.err.contains("there is no fax number for embassy-us"), user.err);
    assertTrue(user.err.contains("--format pdf"), user.err);
    assertEquals(List.of(), Session.files(letters));
  }

  @Test
  void whatToSayAtTheMachineIsToldAndIsNeverOnThePage() throws IOException {
    assertEquals(0, fax("CA", "--to", "president", "--format", "fax"), user.err);
    Path file = letters.resolve("ua-31-22-3-president-en.fax.pdf");
    byte[] without = Files.readAllBytes(file);
    String campaigns =
        campaignsWith(
            "fax: [{number: \"+7 7172 74-56-31\", note: ask for a fax tone},"
                + " {number: \"+7 7172 74-56-32\"}]");
    assertEquals(
        0, fax("CA", "--to", "president", "--format", "fax", "--campaigns", campaigns), user.err);
    assertTrue(user.err.contains("dial 011 7 7172 74 56 31 (ask for a fax tone)."), user.err);
    assertTrue(user.err.contains("If it does not answer: 011 7 7172 74 56 32."), user.err);
    assertArrayEquals(without, Files.readAllBytes(file));
  }

  @Test
  void aNumberThatNobodyCanDialIsRefusedBeforeAnythingIsWritten() throws IOException {
    String campaigns = campaignsWith("fax: [{number: \"+999 123\"}]");
    assertEquals(2, fax("CA", "--format", "pdf,fax", "--campaigns", campaigns));
    assertTrue(user.err.contains("the fax number \"+999 123\" cannot be dialled"), user.err);
    assertEquals(List.of(), Session.files(letters));
    assertEquals(0, user.run("check", "--campaigns", campaigns), user.err);
    assertTrue((user.out + user.err).contains("+999 123"), user.out + user.err);
  }

  @Test
  void aNumberThatNobodyCanDialSecondIsToldAsItStands() throws IOException {
    String campaigns =
        campaignsWith("fax: [{number: \"+7 7172 74-56-31\"}, {number: \"+999 123\"}]");
    assertEquals(
        0, fax("CA", "--to", "president", "--format", "fax", "--campaigns", campaigns), user.err);
    assertTrue(user.err.contains("If it does not answer: +999 123."), user.err);
  }

  @Test
  void standardResolutionMakesOtherFilesAndAnUnknownOneIsAnError() throws IOException {
    Path file = letters.resolve("ua-31-22-3-president-en.tiff");
    assertEquals(0, fax("CA", "--to", "president", "--format", "tiff"), user.err);
    long fine = Files.size(file);
    assertEquals(
        0,
        fax("CA", "--to", "president", "--format", "tiff", "--fax-resolution", "standard"),
        user.err);
    assertTrue(Files.size(file) < fine, Files.size(file) + " < " + fine);
    assertEquals(2, fax("CA", "--format", "tiff", "--fax-resolution", "coarse"));
    assertTrue(user.err.contains("choose fine or standard"), user.err);
  }

  @Test
  void aListIsFaxedFromEveryonesOwnCountry() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "name,city,country\nA One,Paris,FR\nB Two,Almaty,KZ\n");
    assertEquals(
        0,
        user.run(
            "letter",
            "31/22",
            "--supporters",
            list.toString(),
            "--format",
            "fax",
            "-o",
            letters.toString()),
        user.err);
    assertEquals(
        List.of("ua-31-22-3-president-en-00001.fax.pdf", "ua-31-22-3-president-en-00002.fax.pdf"),
        Session.files(letters));
    assertTrue(user.err.contains("dial +7 7172 74 56 31."), user.err);
  }
}
