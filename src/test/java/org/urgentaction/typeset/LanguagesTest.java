package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;

/** A letter in every language there is a specimen of is set right, by what readers of files say. */
class LanguagesTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final PageStyle A4 = new PageStyle(Paper.A4, true);

  static Stream<Specimen> specimens() {
    return Specimen.all().stream();
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void aLetterFillsOnePageKeepsTheStandardsAndComesBackExact(Specimen specimen) throws Exception {
    SetDocument set = set(specimen.letter());
    Path folder = Files.createDirectories(Path.of("target/languages"));
    Files.write(folder.resolve(specimen + ".pdf"), set.pdf());
    assertEquals(1, set.pages());
    assertEquals(List.of(), Standards.offences(set.pdf()));
    assertEquals(specimen.text(), Specimen.seen(ReadBack.text(set)));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void aPrintRunInTheLanguageKeepsTheStandards(Specimen specimen) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintRun run = new PrintRun(FONTS, List.of(specimen.letter()), true, out)) {
      run.add(specimen.letter(), A4, specimen.letter().title());
      run.add(specimen.letter(), new PageStyle(Paper.LETTER, false), "Jane Roe Smith");
      run.finish();
    }
    Files.createDirectories(Path.of("target/languages"));
    Files.write(Path.of("target/languages", specimen + ".run.pdf"), out.toByteArray());
    assertEquals(List.of(), Standards.offences(out.toByteArray()));
  }

  @Test
  void onePrintRunOfAllLanguagesKeepsTheStandards() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintRun run = new PrintRun(FONTS, List.of(), false, out)) {
      for (Specimen specimen : Specimen.all()) {
        run.add(specimen.letter(), A4, specimen.letter().title());
      }
      run.finish();
    }
    assertEquals(List.of(), Standards.offences(out.toByteArray()));
    assertEquals("", Qpdf.complaints(out.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void everyLetterOfTheLanguageHasAGlyph(Specimen specimen) throws Exception {
    LocaleData data = LocaleData.getInstance(ULocale.forLocale(specimen.language()));
    UnicodeSet letters = new UnicodeSet();
    for (int kind : new int[] {LocaleData.ES_STANDARD, LocaleData.ES_PUNCTUATION}) {
      letters.addAll(data.getExemplarSet(UnicodeSet.ADD_CASE_MAPPINGS, kind));
    }
    StringBuilder words = new StringBuilder();
    letters.forEach(letter -> words.append(letter).append(' '));
    set(text(specimen.language(), words.toString()));
  }

  @Test
  void thereIsASpecimenOfEveryScript() {
    TreeSet<String> languages = new TreeSet<>();
    specimens().forEach(specimen -> languages.add(specimen.toString()));
    assertTrue(
        languages.containsAll(
            List.of(
                "am", "ar", "az", "bn", "bo", "el", "fa", "he", "hi", "hy", "ja", "ka", "kk", "km",
                "ko", "lo", "my", "ru", "si", "ta", "th", "tr", "uk", "ur", "vi", "zh-Hans",
                "zh-Hant")),
        languages::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ja NotoSansJP", "zh-Hans NotoSansSC", "zh-Hant NotoSansTC", "ko NotoSansKR"})
  void hanCharactersTakeTheFontOfTheirLanguage(String expected) throws Exception {
    String[] words = expected.split(" ");
    Locale language = Locale.forLanguageTag(words[0]);
    assertEquals(
        List.of(words[1] + "-Regular"), ReadBack.embeddedFonts(set(text(language, "骨直海"))));
    Document english =
        document(
            Locale.ENGLISH, List.of(new Inline.Foreign(language, List.of(new Inline.Text("骨直海")))));
    assertEquals(List.of(words[1] + "-Regular"), ReadBack.embeddedFonts(set(english)));
  }

  @Test
  void urduIsSetInNastaliqAndPersianIsNot() throws Exception {
    String words = "آزادی";
    assertEquals(
        List.of("NotoNastaliqUrdu-Regular", "NotoNaskhArabic-Regular"),
        List.of(
            ReadBack.embeddedFonts(set(text(Locale.forLanguageTag("ur"), words))).get(0),
            ReadBack.embeddedFonts(set(text(Locale.forLanguageTag("fa"), words))).get(0)));
  }

  @Test
  void aWordIsNotPartedBetweenTypefaces() throws Exception {
    SetDocument set = set(text(Locale.forLanguageTag("ko"), "편지 Wałęsa"));
    assertEquals(
        new TreeSet<>(List.of("NotoSansKR-Regular", "NotoSerif-Regular")),
        new TreeSet<>(ReadBack.embeddedFonts(set)));
    assertTrue(ReadBack.text(set).contains("편지 Wałęsa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "he", "fa", "ur"})
  void aTelephoneNumberStandsInTheOrderInWhichItIsDialled(String language) throws Exception {
    String word = language.equals("he") ? "פקס" : "فاكس";
    SetDocument set =
        set(text(Locale.forLanguageTag(language), word + " +7 7172 74-56-31 " + word));
    assertTrue(ReadBack.visual(set).contains("+7 7172 74-56-31"), () -> visual(set));
    assertTrue(ReadBack.text(set).contains("+7 7172 74-56-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"th", "km", "my", "lo", "bo", "ja", "zh-Hans", "zh-Hant"})
  void linesWithoutSpacesAreBrokenWhereTheLanguageLetsThem(String tag) throws Exception {
    Specimen specimen =
        specimens().filter(any -> any.toString().equals(tag)).findFirst().orElseThrow();
    SetDocument set = set(specimen.letter());
    for (ReadBack.Line line : ReadBack.lines(set)) {
      assertTrue(line.right() <= 190.5, () -> line.text() + " reaches " + line.right());
      assertTrue(
          "、。，．）」』】！？：；ー々っゃゅょッャュョ".indexOf(line.text().codePointAt(0)) < 0,
          () -> "a line begins with " + line.text());
      assertTrue(
          "（「『【".indexOf(line.text().charAt(line.text().length() - 1)) < 0,
          () -> "a line ends with " + line.text());
    }
  }

  private static String visual(SetDocument set) {
    try {
      return ReadBack.visual(set);
    } catch (java.io.IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static Document text(Locale language, String words) {
    return document(language, List.of(new Inline.Text(words)));
  }

  private static Document document(Locale language, List<Inline> words) {
    return new Document(language, "Specimen", List.of(new Block.Paragraph(Block.Role.BODY, words)));
  }

  private static SetDocument set(Document document) {
    return new PdfPress(FONTS, A4, List.of()).set(document);
  }
}
