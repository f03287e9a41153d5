package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;

class HyphenationTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final int EM = 1000;

  @ParameterizedTest
  @CsvSource({
    "de, Menschenrechtsverteidigerinnen, Men-schen-rechts-ver-tei-di-ge-rin-nen",
    "de-CH, Versammlungsfreiheit, Ver-samm-lungs-frei-heit",
    "en, representative, rep-re-sen-ta-tive",
    "en-GB, photographer, pho-to-grapher",
    "fr, emprisonnement, em-pri-son-ne-ment",
    "es, encarcelamiento, en-car-ce-la-miento",
    "pt, manifestantes, ma-ni-fes-tan-tes",
    "it, manifestazione, ma-ni-fe-sta-zione",
    "nl, mensenrechten, men-sen-rech-ten",
    "sv, yttrandefrihet, ytt-ran-de-fri-het",
    "pl, zgromadzenie, zgro-ma-dze-nie",
    "ru, правозащитник, пра-во-за-щит-ник",
    "uk, правозахисник, пра-во-за-хи-сник",
    "el, δικαιώματα, δι-καιώ-ματα",
    "tr, özgürlüğü, öz-gür-lüğü",
    "hu, szabadságvesztés, sza-bad-ság-vesz-tés",
    "hy, ազատություն, ազա-տություն",
    "ka, თავისუფლება, თა-ვი-სუფ-ლება",
  })
  void wordsAreDividedAsTheLanguageDividesThem(String language, String word, String divided) {
    StringBuilder shown = new StringBuilder(word);
    BitSet places = new Hyphenator().places(word, Locale.forLanguageTag(language));
    for (int place = places.length() - 1; place > 0; place = places.previousSetBit(place - 1)) {
      shown.insert(place, '-');
    }
    assertEquals(divided, shown.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.org/freedomofassembly", "somebody@organisation.example", "2026"})
  void whatIsNoWordStaysWhole(String text) {
    assertTrue(new Hyphenator().places(text, Locale.ENGLISH).isEmpty());
  }

  @Test
  void aNarrowColumnDividesWordsAndAWideOneDoesNot() {
    String words = "die Verantwortlichen unverzüglich strafrechtlich verfolgen";
    assertEquals(
        List.of("die Verant-", "wortlichen", "unverzüg-", "lich straf-", "rechtlich", "verfolgen"),
        lines(Locale.GERMAN, words, 6 * EM));
    String letter = Letters.GERMAN.paragraphs().get(0);
    assertTrue(lines(Locale.GERMAN, letter, 42 * EM).stream().noneMatch(HyphenationTest::divided));
  }

  @Test
  void noMoreThanAQuarterOfAWideLineStaysEmptyForALongWord() {
    String before = "a ".repeat(24);
    List<String> lines =
        lines(
            Locale.GERMAN,
            before + "Rindfleischetikettierungsüberwachungsaufgabenübertragung",
            30 * EM);
    assertTrue(divided(lines.get(0)), lines::toString);
  }

  @Test
  void namesStayWholeWhereTheyFit() {
    assertEquals(
        List.of("about", "Alexandrova", "Konstantin"),
        lines(Locale.ENGLISH, "about Alexandrova Konstantin", 8 * EM));
    List<String> tooNarrow = lines(Locale.ENGLISH, "Alexandrova", 4 * EM);
    assertTrue(divided(tooNarrow.get(0)), tooNarrow::toString);
  }

  @Test
  void softHyphensInTheTextAreHonoured() {
    String word = "zeta\u00ADphorbidanomenol";
    assertEquals(
        List.of("I write: zeta-", "phorbidanomenol"),
        lines(Locale.ENGLISH, "I write: " + word, 10 * EM));
    assertEquals(List.of("zetaphorbidanomenol"), lines(Locale.ENGLISH, word, 30 * EM));
    assertEquals(
        List.of("Бас-", "қарма"), lines(Locale.forLanguageTag("kk"), "Бас\u00ADқарма", 4 * EM));
  }

  @Test
  void anArmenianWordIsDividedWithItsOwnSign() {
    List<String> lines = lines(Locale.forLanguageTag("hy"), "ազատությունների", 4 * EM);
    assertTrue(lines.size() > 1, lines::toString);
    Typeface face = FONTS.typeface(FONTS.family("Armn"), false, false);
    assertEquals(face.glyph(0x58A), face.hyphen().cluster(0).glyph(0));
  }

  @Test
  void aDividedWordComesBackWholeAndTheFileKeepsTheStandards() throws Exception {
    String word =
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesänderungsantrag";
    String text = "wir schreiben wegen " + word + word.toLowerCase(Locale.GERMAN) + " an Sie";
    Document document =
        new Document(
            Locale.GERMAN,
            "Brief",
            List.of(new Block.Paragraph(Block.Role.BODY, List.of(new Inline.Text(text)))));
    SetDocument set =
        new PdfPress(FONTS, new PageStyle(Paper.A4, false), List.of(document)).set(document);
    String read = ReadBack.text(set);
    assertTrue(read.contains("\u00AD"), read);
    assertEquals(text, read.replaceAll("\u00AD\\s*", ""));
    assertEquals(List.of(), Standards.offences(set.pdf()));
  }

  private static boolean divided(String line) {
    return line.endsWith("-");
  }

  private static List<String> lines(Locale language, String text, int width) {
    Paragraph paragraph =
        new ParagraphSetter(FONTS, new WordCache())
            .paragraph(
                List.of(new Inline.Text(text)),
                new Surroundings(language, List.of()),
                false,
                false,
                new MissingCharacters());
    List<String> lines = new ArrayList<>();
    for (List<Piece> line : paragraph.lines(width)) {
      lines.add(line.stream().map(HyphenationTest::text).collect(Collectors.joining()).strip());
    }
    return lines;
  }

  private static String text(Piece piece) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < piece.word().size(); i++) {
      text.append(piece.word().cluster(i).text());
    }
    return text.toString().replace('\u00AD', '-');
  }
}
