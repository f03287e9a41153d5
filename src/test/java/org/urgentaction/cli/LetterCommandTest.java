package org.urgentaction.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCommandTest {
  @TempDir Path folder;
  private Session user;
  private Path letters;

  @BeforeEach
  void arrive() {
    user = new Session(folder.resolve("home"));
    letters = folder.resolve("letters");
  }

  private int letter(String... more) {
    return user.run(
        List.of(
            "letter",
            "31/22",
            "--name",
            "Your Name",
            "--city",
            "Toronto",
            "-o",
            letters.toString()),
        more);
  }

  private String text(String name) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(letters.resolve(name).toFile())) {
      assertEquals(1, pdf.getNumberOfPages(), name);
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  @Test
  void oneCommandWritesALetterToThePresidentAndOneToTheEmbassyAtHome() throws IOException {
    assertEquals(0, letter("--country", "CA"), user.err);
    assertEquals(
        List.of("ua-31-22-3-embassy-ca-en.pdf", "ua-31-22-3-president-en.pdf"),
        Session.files(letters));
    String president = text("ua-31-22-3-president-en.pdf");
    for (String expected :
        List.of(
            "Kassym-Jomart Tokayev President of Kazakhstan Government House Mangilik Yel St, 6",
            "Toronto, May 2, 2023",
            "Your Excellency:",
            "all restrictions on Zhanbolat Mamay are lifted immediately",
            "all charges against him are dropped",
            "Your Name Toronto, Canada",
            "Copy: His Excellency Akylbek Kamaldinov")) {
      assertTrue(president.contains(expected), expected + " in " + president);
    }
    String embassy = text("ua-31-22-3-embassy-ca-en.pdf");
    for (String expected :
        List.of(
            "150 Metcalfe Street, Suite 701 Ottawa, ON K2P 1P1",
            "President of Kazakhstan, Kassym-Jomart Tokayev",
            "Your Excellency:",
            "ensure that all charges against him are dropped")) {
      assertTrue(embassy.contains(expected), expected + " in " + embassy);
    }
  }

  @Test
  void withTheUnitedStatesItIsTheEmbassyInWashington() throws IOException {
    assertEquals(0, letter("--country", "US"), user.err);
    assertTrue(text("ua-31-22-3-embassy-us-en.pdf").contains("Washington DC 20036"));
  }

  @Test
  void aRussianLetterIsRussianThroughout() throws IOException {
    assertEquals(0, letter("--country", "CA", "--lang", "ru", "--to", "president"), user.err);
    String text = text("ua-31-22-3-president-ru.pdf");
    for (String expected :
        List.of(
            "Касым-Жомарт Токаев Президент Республики Казахстан",
            "2 мая 2023 г.",
            "Ваше Превосходительство!",
            "все обвинения против него были сняты",
            "С уважением,",
            "Канада")) {
      assertTrue(text.contains(expected), expected + " in " + text);
    }
    String rest = text.replaceAll("Your Name|Toronto|\\(Kazakhstan\\)", "");
    assertFalse(rest.matches(".*[A-Za-z].*"), rest);
  }

  @Test
  void aLanguageTheCampaignLacksNamesThoseItHasAndWritesNothing() {
    assertEquals(2, letter("--country", "CA", "--lang", "pt"));
    assertTrue(user.err.contains("Portuguese (pt)"), user.err);
    assertTrue(user.err.contains("Kazakh (kk)"), user.err);
    assertEquals(List.of(), Session.files(letters));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "kk", "fr", "ar", "es", "de"})
  void aLetterInEveryLanguageIsOnePage(String language) throws IOException {
    assertEquals(0, letter("--country", "GB", "--lang", language), user.err);
    text("ua-31-22-3-president-%s.pdf".formatted(language));
    text("ua-31-22-3-embassy-gb-%s.pdf".formatted(language));
  }

  @Test
  void theSameCommandMakesTheSameBytes() throws IOException {
    assertEquals(0, letter("--country", "CA"));
    byte[] first = Files.readAllBytes(letters.resolve("ua-31-22-3-president-en.pdf"));
    assertEquals(0, letter("--country", "CA"));
    assertArrayEquals(first, Files.readAllBytes(letters.resolve("ua-31-22-3-president-en.pdf")));
  }

  @Test
  void everyFormatTellsTheSameLetter() throws IOException {
    assertEquals(
        0,
        letter(
            "--country", "CA", "--email", "you@example.org", "--format", "pdf,docx,txt,html,eml"),
        user.err);
    assertEquals(10, Session.files(letters).size());
    for (String ending : List.of("txt", "html", "eml")) {
      String text = Files.readString(letters.resolve("ua-31-22-3-president-en." + ending));
      assertTrue(text.contains("peaceful"), ending);
    }
    try (ZipFile word = new ZipFile(letters.resolve("ua-31-22-3-president-en.docx").toFile())) {
      byte[] text = word.getInputStream(word.getEntry("word/document.xml")).readAllBytes();
      assertTrue(new String(text, StandardCharsets.UTF_8).contains("peaceful"));
    }
    String draft = Files.readString(letters.resolve("ua-31-22-3-president-en.eml"));
    assertTrue(draft.startsWith("X-Unsent: 1\r\n"), draft);
  }

  @ParameterizedTest
  @CsvSource({"CA,12240", "GB,11906"})
  void aWordFileIsOnThePaperOfTheWritersCountry(String country, String width) throws IOException {
    assertEquals(0, letter("--country", country, "--format", "docx"), user.err);
    try (ZipFile word = new ZipFile(letters.resolve("ua-31-22-3-president-en.docx").toFile())) {
      byte[] text = word.getInputStream(word.getEntry("word/document.xml")).readAllBytes();
      assertTrue(new String(text, StandardCharsets.UTF_8).contains("w:pgSz w:w=\"" + width));
    }
  }

  @Test
  void whatWasWrittenIsInTheLogAndTheWriterIsNot() throws IOException {
    letter("--country", "CA");
    assertEquals(0, user.run("log"));
    assertTrue(user.out.contains("prepared"), user.out);
    assertTrue(user.out.contains("ua-31-22-3 → embassy-ca"), user.out);
    for (String file : Session.files(user.home)) {
      String bytes =
          new String(Files.readAllBytes(user.home.resolve(file)), StandardCharsets.ISO_8859_1);
      assertFalse(bytes.contains("Your Name") || bytes.contains("Toronto"), file);
    }
  }

  @Test
  void aListGivesEveryWriterTheirLettersInTheirLanguage() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(
        list,
        "name,city,country,language\nA One,Paris,FR,fr\nB Two,London,GB,\nC Three,Wien,AT,de\n");
    assertEquals(
        0,
        user.run("letter", "31/22", "--supporters", list.toString(), "-o", letters.toString()),
        user.err);
    assertEquals(
        List.of(
            "ua-31-22-3-embassy-gb-en-00002.pdf",
            "ua-31-22-3-president-de-00003.pdf",
            "ua-31-22-3-president-en-00002.pdf",
            "ua-31-22-3-president-fr-00001.pdf"),
        Session.files(letters));
    assertTrue(text("ua-31-22-3-president-fr-00001.pdf").contains("A One Paris, France"));
  }

  @Test
  void aWriterWhoseLetterCannotBeSetStopsNobodyElses() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "name,country\nA One,KZ\nB 𓀀,KZ\nC Three,KZ\n");
    assertEquals(
        1,
        user.run("letter", "31/22", "--supporters", list.toString(), "-o", letters.toString()),
        user.err);
    assertEquals(2, Session.files(letters).size());
    assertTrue(user.err.contains("writer 2: "), user.err);
    assertTrue(user.err.contains("U+13000"), user.err);
    user.run("log");
    assertEquals(2, user.out.lines().count(), user.out);
  }

  @Test
  void aSafeWriterLeavesInitialsAndPlaceOnly() throws IOException {
    assertEquals(0, letter("--country", "CA", "--safe", "--phone", "5551234"), user.err);
    String text = text("ua-31-22-3-president-en.pdf");
    assertTrue(text.contains("Y. N. Toronto, Canada"), text);
    assertFalse(text.contains("Your Name") || text.contains("5551234"), text);
  }

  @Test
  void aPersonalWordStandsInTheLetter() throws IOException {
    Path words = folder.resolve("words.md");
    Files.writeString(words, "I teach *history* in Toronto.");
    assertEquals(0, letter("--country", "CA", "--words", words.toString()), user.err);
    assertTrue(text("ua-31-22-3-president-en.pdf").contains("I teach history in Toronto."));
  }

  @Test
  void theEditorsTextIsTheLetter() throws IOException {
    Path editor = folder.resolve("editor.sh");
    Files.writeString(editor, "#!/bin/sh\nsed -i '1s/.*/Zhanbolat Mamay is on my mind./' \"$1\"\n");
    assertTrue(editor.toFile().setExecutable(true));
    user.environment.put("EDITOR", editor.toString());
    assertEquals(0, letter("--country", "CA", "--edit"), user.err);
    String text = text("ua-31-22-3-president-en.pdf");
    assertTrue(text.contains("Zhanbolat Mamay is on my mind."), text);
    assertFalse(text.contains(">8"), text);
  }

  @ParameterizedTest
  @CsvSource({"true,status 1", "exit 3,status 3", "truncate -s0,left empty"})
  void anEditorThatFailsStopsEverything(String command, String said) {
    user.environment.put("EDITOR", command.equals("true") ? "false" : command + " #");
    if (command.startsWith("truncate")) {
      user.environment.put("EDITOR", "truncate -s0");
    }
    assertEquals(2, letter("--country", "CA", "--edit"));
    assertTrue(user.err.contains(said), user.err);
    assertEquals(List.of(), Session.files(letters));
  }

  @Test
  void aSavedProfileWrites() throws IOException {
    assertEquals(
        0, user.run("me", "--name", "Ann Lee", "--city", "Leeds", "--country", "GB"), user.err);
    assertEquals(0, user.run("letter", "31/22", "-o", letters.toString()), user.err);
    assertTrue(text("ua-31-22-3-president-en.pdf").contains("Ann Lee Leeds, United Kingdom"));
    assertEquals(0, user.run("me", "--forget"));
    assertEquals(2, user.run("letter", "31/22", "-o", letters.toString()));
    assertTrue(user.err.contains("who writes?"), user.err);
  }

  @Test
  void aClosedCampaignIsRefusedAndAReasonOpensItAndIsKept() {
    assertEquals(3, user.run("letter", "ua-31-22-1", "--name", "A", "-o", letters.toString()));
    assertTrue(user.err.contains("12 May 2022"), user.err);
    assertTrue(user.err.contains("ua-31-22-3"), user.err);
    assertEquals(List.of(), Session.files(letters));
    assertEquals(
        0,
        user.run(
            "letter",
            "ua-31-22-1",
            "--name",
            "A",
            "-o",
            letters.toString(),
            "--anyway",
            "office agreed"),
        user.err);
    user.run("log", "--json");
    assertTrue(user.out.contains("office agreed"), user.out);
  }

  private Path list(String... rows) throws IOException {
    return Files.write(
        folder.resolve("list.csv"),
        Stream.concat(Stream.of("name,city,country,language"), Stream.of(rows)).toList());
  }

  private int run(Path list, String... more) {
    return user.run(
        List.of(
            "letter",
            "31/22",
            "--supporters",
            list.toString(),
            "--merge",
            "-o",
            letters.toString()),
        more);
  }

  @Test
  void aPrintRunIsOneFileForEachOfficial() throws Exception {
    Path list = list("Ann One,Ottawa,CA,en", "Łukasz Two,Oxford,GB,ru", "Cléo Three,Laval,CA,fr");
    assertEquals(0, run(list, "--duplex"), user.err);
    assertEquals(
        List.of(
            "ua-31-22-3-embassy-ca.pdf", "ua-31-22-3-embassy-gb.pdf", "ua-31-22-3-president.pdf"),
        Session.files(letters));
    assertTrue(user.out.contains("3 letters, 3 pages"), user.out);
    assertTrue(user.out.contains("1 letter, 1 page"), user.out);
    try (PDDocument pdf = Loader.loadPDF(letters.resolve("ua-31-22-3-president.pdf").toFile())) {
      assertEquals(6, pdf.getNumberOfPages());
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
      assertTrue(text.indexOf("Ann One") < text.indexOf("Łukasz Two"), text);
      assertTrue(text.indexOf("Łukasz Two") < text.indexOf("Cléo Three"), text);
    }
    assertEquals(0, user.run("log"));
    assertEquals(6, user.out.split("prepared", -1).length - 1, user.out);
    assertFalse(user.out.contains("Cléo"), user.out);
  }

  @Test
  void theSameListGivesTheSameFile() throws Exception {
    Path list = list("Ann One,Ottawa,CA,en", "Łukasz Two,Oxford,GB,ru");
    Path file = letters.resolve("ua-31-22-3-president.pdf");
    assertEquals(0, run(list), user.err);
    byte[] first = Files.readAllBytes(file);
    assertEquals(0, run(list), user.err);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void aPrintRunWithALetterThatCannotBeSetIsNotWritten() throws Exception {
    assertEquals(2, run(list("Ann One,Ottawa,CA,en", "Ra 𓀀,Oxford,GB,en")));
    assertTrue(user.err.contains("letter 2: error: no font has the character U+13000"), user.err);
    assertEquals(List.of(), Session.files(letters));
  }

  @Test
  void aPrintRunOfAnEmptyListIsRefused() throws Exception {
    assertEquals(2, run(list()));
    assertTrue(user.err.contains("no writer"), user.err);
  }

  @Test
  void aBarShowsHowFarAPrintRunIs() throws Exception {
    String[] rows = new String[30];
    Arrays.setAll(rows, i -> "Writer " + i + ",Ottawa,CA,en");
    user.typing("");
    assertEquals(0, run(list(rows)), user.err);
    assertTrue(user.out.contains("30 letters, 30 pages"), user.out);
  }

  @Test
  void onlyPdfFilesAreMergedAndOnlyMergedOnesHaveTwoSides() throws Exception {
    Path list = list("Ann One,Ottawa,CA,en");
    assertEquals(2, run(list, "--format", "pdf,txt"));
    assertTrue(user.err.contains("--merge"), user.err);
    assertEquals(2, letter("--duplex"));
    assertTrue(user.err.contains("--duplex"), user.err);
    assertEquals(List.of(), Session.files(letters));
  }
}
