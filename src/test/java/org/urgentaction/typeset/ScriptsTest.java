package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.problem.InvalidInputException;

/** What single scripts and languages ask of lines and fonts. */
class ScriptsTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final PageStyle A4 = new PageStyle(Paper.A4, false);

  @ParameterizedTest
  @ValueSource(strings = {"tr", "az"})
  void noLigatureHidesTheDotOfATurkishI(String language) {
    assertEquals(List.of("f", "i", "k", "i", "r"), clusters(language, "fikir"));
    assertEquals(List.of("o", "f", "f", "ı"), clusters(language, "offı"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"သီဟထက်ခိုင်မြင့်မိုရ်", "ဇင်မာလှိုင်ဝင်းသန္တာကျော်စွာ"})
  void aBurmeseNameBreaksOnlyBetweenSyllables(String name) {
    Locale burmese = Locale.forLanguageTag("my");
    List<String> parts = parts(new Surroundings(burmese, List.of()), name);
    for (String part : parts) {
      assertTrue("က".compareTo(part.substring(0, 1)) <= 0, parts::toString);
      assertTrue(part.charAt(0) <= 'ဪ' || part.charAt(0) >= 'ဿ', parts::toString);
      assertFalse(part.matches("^[က-အ]့?[်္].*"), parts::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "th สมชายวงศ์สวัสดิ์ศิริ",
        "lo ສົມບັດສົມພອນຄຳ",
        "km សុខសុវណ្ណារិទ្ធ",
        "my အောင်ဆန်းထွန်းမြင့်"
      })
  void aNameStaysWholeWhereWordsHaveNoSpaces(String case_) {
    Locale language = Locale.forLanguageTag(case_.substring(0, 2));
    String name = case_.substring(3);
    assertEquals(List.of(name), parts(new Surroundings(language, List.of(name)), name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-Hans 释放他", "zh-Hant 釋放他", "ja 釈放せよ", "ko 그를 석방하라"})
  void strongWordsAreDarkerWhereNoBoldStyleIsAtHand(String case_) throws Exception {
    Locale language = Locale.forLanguageTag(case_.substring(0, case_.indexOf(' ')));
    List<Inline> words = List.of(new Inline.Text(case_.substring(case_.indexOf(' ') + 1)));
    SetDocument plain = set(body(language, words));
    SetDocument strong = set(body(language, List.of(new Inline.Strong(words))));
    assertTrue(ink(strong) > ink(plain) * 1.2, ink(strong) + " to " + ink(plain));
    assertEquals(ReadBack.text(plain), ReadBack.text(strong));
    assertEquals(List.of(), Standards.offences(strong.pdf()));
  }

  @Test
  void aMissingCharacterIsNamedWithItsPlaceAndWithoutTheWordsAroundIt() {
    Document letter =
        new Document(
            Locale.ENGLISH,
            "A letter",
            List.of(
                new Block.Paragraph(
                    Block.Role.SIGNER, List.of(new Inline.Text("Jane Secret \uD80C\uDC00")))));
    String message = assertThrows(InvalidInputException.class, () -> set(letter)).getMessage();
    assertTrue(message.contains("U+13000 EGYPTIAN HIEROGLYPH A001, in the signer"), message);
    assertFalse(message.contains("Secret"), message);
  }

  private static long ink(SetDocument set) throws Exception {
    long ink = 0;
    try (PDDocument file = Loader.loadPDF(set.pdf())) {
      BufferedImage page = new PDFRenderer(file).renderImageWithDPI(0, 100);
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          ink += 255 - (page.getRGB(x, y) & 0xff);
        }
      }
    }
    return ink;
  }

  private static Document body(Locale language, List<Inline> words) {
    return new Document(language, "–", List.of(new Block.Paragraph(Block.Role.BODY, words)));
  }

  private static SetDocument set(Document document) {
    return new PdfPress(FONTS, A4, List.of()).set(document);
  }

  /** The parts of a text between which a line may end. */
  private static List<String> parts(Surroundings surroundings, String text) {
    List<String> parts = new ArrayList<>();
    for (Piece piece : paragraph(surroundings, text).hardLines().get(0)) {
      String part = String.join("", clusters(piece));
      if (piece.opportunity() || parts.isEmpty()) {
        parts.add(part);
      } else {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + part);
      }
    }
    return parts;
  }

  private static List<String> clusters(String language, String text) {
    Locale locale = Locale.forLanguageTag(language);
    Surroundings surroundings = new Surroundings(locale, List.of());
    return clusters(paragraph(surroundings, text).hardLines().get(0).get(0));
  }

  private static List<String> clusters(Piece piece) {
    List<String> clusters = new ArrayList<>();
    for (int i = 0; i < piece.word().size(); i++) {
      clusters.add(piece.word().cluster(i).text());
    }
    return clusters;
  }

  private static Paragraph paragraph(Surroundings surroundings, String text) {
    return new ParagraphSetter(FONTS, new WordCache())
        .paragraph(
            List.of(new Inline.Text(text)), surroundings, false, false, new MissingCharacters());
  }
}
