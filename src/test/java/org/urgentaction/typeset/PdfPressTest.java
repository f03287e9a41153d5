package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;

class PdfPressTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final PageStyle A4 = new PageStyle(Paper.A4, false);

  static Stream<Letters.Words> leftToRight() {
    return Stream.of(
        Letters.ENGLISH,
        Letters.FRENCH,
        Letters.GERMAN,
        Letters.SPANISH,
        Letters.RUSSIAN,
        Letters.KAZAKH,
        Letters.ARMENIAN,
        Letters.GEORGIAN);
  }

  @ParameterizedTest
  @MethodSource("leftToRight")
  void everyWordComesBackExact(Letters.Words words) throws Exception {
    SetDocument set = set(Letters.letter(words));
    String text = ReadBack.text(set);
    for (String said : said(words)) {
      assertTrue(text.contains(ReadBack.folded(said)), () -> said + "\nnot in\n" + text);
    }
    assertEquals(1, set.pages());
    assertFalse(set.tightened());
  }

  @Test
  void arabicWordsComeBackInReadingOrder() throws Exception {
    String text = ReadBack.text(set(Letters.letter(Letters.ARABIC)));
    List<String> lost = new ArrayList<>();
    for (String said : said(Letters.ARABIC)) {
      for (String word : said.split(" ")) {
        if (!text.contains(word)) {
          lost.add(word);
        }
      }
    }
    assertTrue(lost.size() <= 1, () -> lost + "\nnot in\n" + text);
    assertTrue(text.contains("جانبولات ماماي: أسقطوا التهم عنه"), text);
  }

  @Test
  void theRecipientStandsInTheWindowOfADinEnvelope() throws Exception {
    SetDocument set = set(Letters.letter(Letters.ENGLISH));
    for (String line : Letters.ENGLISH.recipient()) {
      ReadBack.Line found = ReadBack.line(set, line);
      assertTrue(found.left() >= 20 && found.right() <= 105, found.toString());
      assertTrue(found.baseline() >= 47 && found.baseline() <= 90, found.toString());
    }
    ReadBack.Line subject = ReadBack.line(set, Letters.ENGLISH.subject());
    assertTrue(subject.baseline() > 95, "the window would show " + subject);
    ReadBack.Line sender = ReadBack.line(set, "Ann O’Leary");
    assertTrue(sender.baseline() < 45 && sender.left() > 105, sender.toString());
  }

  @Test
  void theRecipientStandsInTheWindowOfANumberTenEnvelope() throws Exception {
    Document letter = Letters.letter(Letters.ENGLISH);
    SetDocument set =
        new PdfPress(FONTS, new PageStyle(Paper.LETTER, true), List.of(letter)).set(letter);
    for (String line : Letters.ENGLISH.recipient()) {
      ReadBack.Line found = ReadBack.line(set, line);
      assertTrue(found.left() >= 22 && found.right() <= 111, found.toString());
      assertTrue(found.baseline() >= 52 && found.baseline() <= 84, found.toString());
    }
  }

  @Test
  void anArabicLetterIsMirrored() throws Exception {
    SetDocument set = set(Letters.letter(Letters.ARABIC));
    ReadBack.Line sender = ReadBack.lines(set).get(0);
    assertTrue(sender.right() < 105, sender.toString());
    ReadBack.Line recipient = ReadBack.line(set, "السيد رئيس الجمهورية");
    assertEquals(185, recipient.right(), 1.0, recipient.toString());
  }

  @Test
  void fontsAreEmbeddedAsSubsets() throws Exception {
    assertEquals(
        List.of("NotoSerif-Regular", "NotoSerif-Bold"),
        ReadBack.embeddedFonts(set(Letters.letter(Letters.ENGLISH))));
  }

  @Test
  void theSameLetterGivesTheSameBytesWhateverWasSetBefore() throws Exception {
    Document anonymous = signedBy("");
    Document first = signedBy("Łukasz Žižek");
    Document second = signedBy("प्रिया शर्मा");
    Document third = signedBy("Δημήτρης");
    PdfPress press = new PdfPress(FONTS, A4, List.of(anonymous));
    byte[] alone = press.set(second).pdf();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      PdfPress other = new PdfPress(FontLibrary.bundled(), A4, List.of(anonymous));
      other.set(third);
      other.set(first);
      assertArrayEquals(alone, other.set(second).pdf());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertArrayEquals(alone, press.set(second).pdf());
  }

  @Test
  void severalThreadsShareAPress() throws Exception {
    Document anonymous = signedBy("");
    PdfPress press = new PdfPress(FONTS, A4, List.of(anonymous));
    List<Callable<byte[]>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Document letter = signedBy("Łukasz Nº" + i % 10);
      work.add(() -> press.set(letter).pdf());
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> done = threads.invokeAll(work);
      for (int i = 0; i < 10; i++) {
        assertArrayEquals(done.get(i).get(), done.get(i + 30).get());
        assertArrayEquals(done.get(i).get(), press.set(signedBy("Łukasz Nº" + i)).pdf());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aNameInAnyScriptIsPrinted() throws Exception {
    PdfPress press = new PdfPress(FONTS, A4, List.of(signedBy("")));
    for (String name :
        List.of("Łukasz Žižek", "Đặng Thị Hương", "Әсем Құрманғазы", "Δημήτρης", "Ștefan Ţepeş")) {
      SetDocument set = press.set(signedBy(name));
      assertTrue(ReadBack.text(set).contains(name), name);
      assertEquals(List.of(), Standards.offences(set.pdf()), name);
    }
  }

  @Test
  void aLetterThatRunsSlightlyOverIsSetTighter() throws Exception {
    Document letter = Letters.letter(Letters.ENGLISH, Letters.ENGLISH.sender(), null, 3);
    SetDocument set = set(letter);
    assertEquals(1, set.pages());
    assertTrue(set.tightened());
    ReadBack.Line last = ReadBack.line(set, Letters.ENGLISH.copy());
    assertTrue(last.baseline() < 297 - 18, last.toString());
    assertEquals(List.of(), Standards.offences(set.pdf()));
  }

  @Test
  void aLongLetterGoesOnAndKeepsItsCloseTogether() throws Exception {
    for (int times = 5; times < 13; times++) {
      Document letter = Letters.letter(Letters.ENGLISH, Letters.ENGLISH.sender(), null, times);
      SetDocument set = set(letter);
      assertTrue(set.pages() > 1);
      assertFalse(set.tightened());
      int closing = ReadBack.line(set, Letters.ENGLISH.closing()).page();
      List<ReadBack.Line> signers =
          ReadBack.lines(set).stream().filter(line -> line.text().equals("Ann O’Leary")).toList();
      assertEquals(closing, signers.get(1).page());
      assertEquals(closing, ReadBack.line(set, "I should be grateful").page());
      assertTrue(ReadBack.text(set).contains("1/" + set.pages()));
    }
  }

  @Test
  void furtherPagesSayToWhomTheLetterIsAndItsDate() throws Exception {
    Document letter = Letters.letter(Letters.ENGLISH, Letters.ENGLISH.sender(), null, 12);
    List<ReadBack.Line> headers =
        ReadBack.lines(set(letter)).stream()
            .filter(line -> line.baseline() < 18)
            .filter(line -> line.text().contains(Letters.ENGLISH.recipient().get(0)))
            .toList();
    assertEquals(List.of(2), headers.stream().map(ReadBack.Line::page).limit(1).toList());
    assertTrue(headers.get(0).text().endsWith(Letters.ENGLISH.date()), headers.toString());
  }

  @Test
  void aLetterOfTwentyPagesIsSound() throws Exception {
    for (Letters.Words words : List.of(Letters.ENGLISH, Letters.ARABIC)) {
      int times = 20 * 50 / words.paragraphs().size();
      Document letter = Letters.letter(words, words.sender(), Letters.signature(), times);
      SetDocument set = set(letter);
      assertTrue(set.pages() >= 20, words.language() + set.pages());
      assertEquals("", Qpdf.complaints(set.pdf()));
      assertEquals(List.of(), Standards.offences(set.pdf()));
    }
  }

  @Test
  void everyKindOfFileIsSound() throws Exception {
    assertEquals("", Qpdf.complaints(set(Letters.letter(Letters.HINDI)).pdf()));
    Document word =
        Letters.with(Letters.ENGLISH, Letters.paragraph(Block.Role.BODY, "x".repeat(10_000)));
    assertEquals("", Qpdf.complaints(set(word).pdf()));
    Document empty = new Document(Locale.ENGLISH, "Nothing", List.of());
    assertEquals("", Qpdf.complaints(set(empty).pdf()));
  }

  @Test
  void aWordOfTenThousandLettersNeitherHangsNorLeavesThePage() throws Exception {
    for (String letter : List.of("n", "н", "ب", "न")) {
      String word = letter.repeat(10_000);
      Document long1 = Letters.with(Letters.ENGLISH, Letters.paragraph(Block.Role.BODY, word));
      SetDocument set = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> set(long1));
      int found = 0;
      for (ReadBack.Line line : ReadBack.lines(set)) {
        assertTrue(line.left() >= 18 && line.right() <= 210 - 18, line.toString());
        found += (int) line.text().chars().filter(c -> c == letter.charAt(0)).count();
      }
      assertTrue(found >= 10_000, letter + " " + found);
    }
  }

  @Test
  void longAddressesStayOnThePage() throws Exception {
    List<String> sender = new ArrayList<>(List.of("x".repeat(10_000)));
    for (int i = 0; i < 100; i++) {
      sender.add("line " + i);
    }
    SetDocument set = set(Letters.letter(Letters.ENGLISH, sender, null, 1));
    for (ReadBack.Line line : ReadBack.lines(set)) {
      assertTrue(line.left() >= 18 && line.right() <= 210 - 18, line.toString());
      assertTrue(line.baseline() < 297 - 8, line.toString());
    }
  }

  @Test
  void aCharacterThatNoFontHasIsNamedWithItsPlace() {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> new PdfPress(FONTS, A4, List.of()).set(signedBy("Anna 𓀀 and ક")));
    assertEquals(2, refused.problems().size());
    String message = refused.getMessage();
    assertTrue(message.contains("U+13000 EGYPTIAN HIEROGLYPH A001"), message);
    assertTrue(message.contains("U+0A95 GUJARATI LETTER KA"), message);
    assertTrue(message.contains("in the sender's address"), message);
    assertFalse(message.contains("Anna"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD800", "a\uDC00b", "\u0000", "\u0007bell", "\u001B[31m", "\uFFFE"})
  void whatIsNoTextIsRefused(String hostile) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> set(Letters.with(Letters.ENGLISH, Letters.paragraph(Block.Role.BODY, hostile))));
    assertTrue(refused.getMessage().contains("U+"), refused.getMessage());
    assertFalse(refused.getMessage().contains("\u001B"), "a terminal would act on it");
    Document titled = new Document(Locale.ENGLISH, hostile, List.of());
    assertThrows(InvalidInputException.class, () -> set(titled));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u202Eabc\u202C def",
        "\u202E\u202E\u202E abc",
        "\u2066\u2067\u2068 never closed",
        "\u2069\u2069 never opened \u202C",
        "\u200B\uFEFF\u00AD\u2060\u200E\u200F",
        "e\u0301\u0301\u0301\u0301\u0301\u0301",
        "\u0301 begins with a mark",
        "a\u200Db\u200Cc",
        "a\tb\nc\rd\u2028e\u2029f",
        "(] ) ( [שלום) (123] سلام {",
        "\uD83D\u200D",
      })
  void strangeTextGivesASoundPageOrIsRefused(String strange) throws Exception {
    for (Letters.Words words : List.of(Letters.ENGLISH, Letters.ARABIC)) {
      Document letter =
          Letters.with(
              words,
              Letters.paragraph(Block.Role.BODY, strange),
              new Block.Address(Block.Party.SENDER, Letters.lines(List.of(strange)), null),
              new Block.Listing(
                  true, List.of(List.of(Letters.paragraph(Block.Role.BODY, strange)), List.of())));
      try {
        assertEquals(List.of(), Standards.offences(set(letter).pdf()), words.language());
      } catch (InvalidInputException refused) {
        assertTrue(refused.getMessage().contains("U+"), refused.getMessage());
      }
    }
  }

  @Test
  void anEmptyDocumentIsAnEmptyPage() throws Exception {
    SetDocument set = set(new Document(Locale.ENGLISH, "Nothing", List.of()));
    assertEquals(1, set.pages());
    assertEquals("", ReadBack.text(set));
  }

  @Test
  void whatIsNoPictureIsRefused() {
    byte[] png = Letters.png(new BufferedImage(50, 20, BufferedImage.TYPE_INT_RGB));
    byte[] cut = Arrays.copyOf(png, png.length / 2);
    byte[] wide = Letters.png(new BufferedImage(4001, 1, BufferedImage.TYPE_BYTE_BINARY));
    byte[] huge = Letters.png(new BufferedImage(50_000, 10, BufferedImage.TYPE_BYTE_BINARY));
    byte[] gif = "GIF89a\u0001\u0000\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] bytes :
        List.of(new byte[0], "<svg/>".getBytes(StandardCharsets.UTF_8), cut, wide, huge, gif)) {
      Picture picture = new Picture(bytes, "image/png", "signature");
      assertThrows(
          InvalidInputException.class,
          () -> set(Letters.letter(Letters.ENGLISH, Letters.ENGLISH.sender(), picture, 1)));
    }
  }

  @Test
  void emphasisIsDrawnInItsOwnTypeface() throws Exception {
    Document letter =
        Letters.with(
            Letters.ENGLISH,
            new Block.Paragraph(
                Block.Role.BODY,
                List.of(
                    new Inline.Emphasis(Letters.text("slanted ")),
                    new Inline.Strong(List.of(new Inline.Emphasis(Letters.text("both")))))));
    assertEquals(
        List.of("NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSerif-BoldItalic"),
        ReadBack.embeddedFonts(set(letter)));
  }

  private static Document signedBy(String name) {
    List<String> sender = List.of(name, "12 Harbour Street", "Galway");
    return Letters.letter(Letters.ENGLISH, sender, null, 1);
  }

  private static SetDocument set(Document letter) {
    return new PdfPress(FONTS, A4, List.of()).set(letter);
  }

  private static List<String> said(Letters.Words words) {
    List<String> said = new ArrayList<>(words.sender());
    said.addAll(words.recipient());
    said.addAll(words.paragraphs());
    said.addAll(words.asks());
    said.addAll(
        List.of(
            words.date(),
            words.subject(),
            words.salutation(),
            words.last(),
            words.closing(),
            words.copy()));
    return said;
  }
}
