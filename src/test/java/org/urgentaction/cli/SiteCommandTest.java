package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urgentaction.dispatch.Sha256;

/** {@code ua site}: what is written to a folder, what is left alone, what is taken out. */
class SiteCommandTest {
  private static final String LETTER = "actions/good/letters/good-minister-en.pdf";

  @TempDir Path folder;
  private Session user;
  private Path campaigns;
  private Path site;

  @BeforeEach
  void arrive() throws IOException {
    user = new Session(folder.resolve("home"));
    campaigns = Files.createDirectories(folder.resolve("campaigns"));
    site = folder.resolve("site");
    write("good", "deadline: 2023-05-10\n");
  }

  private void write(String id, String more) throws IOException {
    Files.writeString(
        campaigns.resolve(id + ".yaml"),
        BadInputTest.GOOD.replace("ua: 1/26", "ua: " + (1 + id.length()) + "/23") + more);
  }

  private int site(String... more) {
    return user.run(
        List.of("site", "-o", site.toString(), "--campaigns", campaigns.toString()), more);
  }

  /** Every file of the folder by its content. */
  private Map<String, String> content() {
    Map<String, String> content = new TreeMap<>();
    for (String file : Session.files(site)) {
      try {
        content.put(file, Sha256.of(site.resolve(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return content;
  }

  private String page(String path) throws IOException {
    return Files.readString(site.resolve(path));
  }

  @Test
  void theSiteIsThereWithLettersToPrint() throws IOException {
    assertEquals(0, site(), user.err);
    assertEquals(site.resolve("index.html") + System.lineSeparator(), user.out);
    assertTrue(page("index.html").contains("A title"));
    assertTrue(page("index-fr.html").contains("lang=\"fr\""));
    assertTrue(Files.exists(site.resolve(LETTER)));
    assertTrue(Files.exists(site.resolve("actions/good/good-bulletin-en.docx")));
    assertEquals(List.of(), Session.files(site.resolve(".ua-site-new")));
    assertFalse(Files.exists(user.home), "no log was made, and no profile read");
  }

  @Test
  void theSameCampaignsGiveTheSameBytesOnAnotherDay() {
    assertEquals(0, site(), user.err);
    Map<String, String> first = content();
    user.environment.put("UA_TODAY", "2023-05-09");
    assertEquals(0, site(), user.err);
    assertEquals(first, content());
    assertTrue(user.err.contains(" 0 of them new or changed"), user.err);
  }

  @Test
  void afterTheDeadlineTheLettersGoAndThePageSaysWhy() throws IOException {
    assertEquals(0, site(), user.err);
    user.environment.put("UA_TODAY", "2023-05-11");
    assertEquals(0, site(), user.err);
    assertFalse(Files.exists(site.resolve(LETTER).getParent()), "nor an empty folder");
    assertTrue(page("actions/good/index.html").contains("Its last day was May 10, 2023."));
    assertTrue(user.err.contains("2 taken out"), user.err);
  }

  @Test
  void anotherLanguageCanComeFirst() throws IOException {
    assertEquals(0, site("--lang", "ar"), user.err);
    assertTrue(page("index.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
    assertTrue(page("index-en.html").contains("<html lang=\"en\" dir=\"ltr\">"));
  }

  @Test
  void whatOthersPutThereOrChangedStays() throws IOException {
    write("other", "");
    assertEquals(0, site(), user.err);
    Path own = Files.writeString(site.resolve("actions/other/notes.html"), "mine");
    Path changed = site.resolve("actions/other/index.html");
    Files.writeString(changed, "changed by hand");
    Files.delete(campaigns.resolve("other.yaml"));
    assertEquals(0, site(), user.err);
    assertEquals("mine", Files.readString(own));
    assertEquals("changed by hand", Files.readString(changed));
    assertTrue(user.err.contains("actions/other/index.html is no longer made"), user.err);
    assertEquals(List.of("index.html", "notes.html"), Session.files(site.resolve("actions/other")));
  }

  @Test
  void aFileOfSomebodyElseIsNotWrittenOver() throws IOException {
    Files.createDirectories(site);
    Files.writeString(site.resolve("index.html"), "another site");
    assertEquals(2, site());
    assertTrue(user.err.contains("index.html: error: it was not made by 'ua site'"), user.err);
    assertEquals(List.of("index.html"), Session.files(site));
    assertEquals("another site", page("index.html"));
  }

  @Test
  void aBrokenCampaignTakesDownNoOtherAndItsPagesStay() throws IOException {
    write("other", "");
    assertEquals(0, site(), user.err);
    Files.writeString(campaigns.resolve("other.yaml"), "{");
    write("third", "");
    assertEquals(1, site());
    assertTrue(user.err.contains("other.yaml:"), user.err);
    assertTrue(Files.exists(site.resolve("actions/third/index.html")));
    assertTrue(Files.exists(site.resolve("actions/other/index.html")), "people may be reading it");
    assertFalse(page("index.html").contains("actions/other/"));
    Files.delete(campaigns.resolve("other.yaml"));
    assertEquals(0, site(), user.err);
    assertFalse(Files.exists(site.resolve("actions/other")));
  }

  @Test
  void aLetterThatCannotBeMadeIsSaidAndTheRestIsThere() throws IOException {
    write("nodate", "");
    Path file = campaigns.resolve("nodate.yaml");
    Files.writeString(
        file, Files.readString(file).replace("Please free Jane Doe.", "Before ${deadline}!"));
    assertEquals(1, site());
    assertTrue(user.err.contains("${deadline}"), user.err);
    assertTrue(Files.exists(site.resolve("actions/nodate/index.html")));
    assertTrue(Files.exists(site.resolve(LETTER)));
  }

  @Test
  void aRunThatWasEndedIsTakenUpByTheNext() throws IOException {
    assertEquals(0, site(), user.err);
    Map<String, String> whole = content();
    Files.createDirectories(site.resolve(".ua-site-new/actions"));
    Files.writeString(site.resolve(".ua-site-new/actions/half.html"), "half");
    Files.delete(site.resolve(LETTER));
    assertEquals(0, site(), user.err);
    assertEquals(whole, content());
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidOnce() throws IOException {
    Files.writeString(site, "a file");
    assertEquals(2, site());
    assertEquals(1, user.err.lines().count(), user.err);
    assertEquals("a file", Files.readString(site));
  }

  @Test
  void aListOfFilesNeverLeadsOutOfTheFolder() throws IOException {
    Path outside = Files.writeString(folder.resolve("precious.txt"), "precious");
    assertEquals(0, site(), user.err);
    Files.writeString(
        site.resolve(".ua-site"),
        Sha256.of("precious".getBytes(StandardCharsets.UTF_8)) + "  ../precious.txt\n");
    assertEquals(2, site());
    assertTrue(user.err.contains(".ua-site:1:1: error: "), user.err);
    assertEquals("precious", Files.readString(outside));
  }

  @ParameterizedTest
  @CsvSource({
    "--lang, de, there are no pages",
    "--country, ZZ, is no country",
    "--public, nowhere, is no address",
    "--public, https://example.org/?a, is no address"
  })
  void whatCannotBeMeantIsRefused(String option, String value, String words) {
    assertEquals(2, site(option, value));
    assertTrue(user.err.contains(option + ": error: ") && user.err.contains(words), user.err);
    assertEquals(List.of(), Session.files(site));
  }
}
