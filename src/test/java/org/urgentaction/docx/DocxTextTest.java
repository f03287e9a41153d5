package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.problem.InvalidInputException;
import org.w3c.dom.Element;

/**
 * The words of a letter as Word takes them: runs by direction, language and emphasis, and links.
 */
class DocxTextTest {
  private static Document body(String language, Inline... content) {
    return Samples.of(language, new Block.Paragraph(Block.Role.BODY, List.of(content)));
  }

  private static List<String> runs(WordFile file) throws Exception {
    List<String> runs = new ArrayList<>();
    for (Element run : file.body("w:r")) {
      runs.add((WordFile.has(run, "w:rtl") ? "rtl:" : "") + run.getTextContent());
    }
    return runs;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ]]> b", "<w:p/> & \"x\" 'y'", "&#0; <!-- --> <?x?>", "😀 𝔘nicode"})
  void markupInTextIsText(String text) throws Exception {
    WordFile file =
        WordFile.of(
            new Document(
                Locale.ENGLISH,
                text,
                List.of(
                    Samples.paragraph(Block.Role.BODY, text),
                    new Block.Figure(Samples.picture("png", 9, 9, text)))));
    assertEquals(text, file.body("w:p").get(0).getTextContent());
    assertEquals(text, file.body("wp:docPr").get(0).getAttribute("descr"));
    assertEquals(text, file.all("docProps/core.xml", "dc:title").get(0).getTextContent());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0x0B, 0x1B, 0x7F, 0x85, 0xD83D, 0xDE00, 0xFDD0, 0xFFFE, 0xFFFF})
  void aCharacterThatIsNoTextIsRefusedByName(int character) throws Exception {
    String text = "before " + (char) character + " after";
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> WordFile.of(Samples.of("en", Samples.paragraph(Block.Role.BODY, text))));
    assertTrue(refused.getMessage().contains("U+%04X".formatted(character)), refused.getMessage());
    assertFalse(refused.getMessage().contains("before"), refused.getMessage());
    Document aside =
        new Document(
            Locale.ENGLISH, text, List.of(new Block.Figure(Samples.picture("png", 9, 9, text))));
    assertEquals("before  after", WordFile.of(aside).body("wp:docPr").get(0).getAttribute("descr"));
  }

  @Test
  void directionControlsOrderTheRunsAndAreGone() throws Exception {
    WordFile file =
        WordFile.of(body("en", new Inline.Text("one \u202Eabc\u202C two \u2067\u05D0!\u2069 end")));
    assertEquals(List.of("one ", "rtl:abc", " two ", "rtl:א!\u200F", " end"), runs(file));
  }

  @Test
  void anArabicParagraphIsSplitWhereDirectionChanges() throws Exception {
    WordFile file =
        WordFile.of(
            body("ar", new Inline.Text("السيد ماماي (Zhanbolat Mamay) رقم 31/22، ١٢ يومًا.")));
    assertEquals(
        List.of("rtl:السيد ماماي (", "Zhanbolat Mamay", "rtl:) رقم ", "31/22", "rtl:، ١٢ يومًا."),
        runs(file));
    Element paragraph = file.body("w:p").get(0);
    assertEquals("1", WordFile.value(paragraph, "w:bidi"));
    assertEquals("1", WordFile.value(file.style("Normal"), "w:bidi"));
    Element fonts = file.all("word/styles.xml", "w:rFonts").get(0);
    assertEquals("Noto Naskh Arabic", fonts.getAttribute("w:cs"));
    assertEquals("Noto Serif", fonts.getAttribute("w:ascii"));
    assertTrue(WordFile.has(file.body("w:sectPr").get(0), "w:bidi"));
  }

  @ParameterizedTest
  @CsvSource({
    "en,val,en-US",
    "ru,val,ru-RU",
    "ar,bidi,ar-EG",
    "fa,bidi,fa-IR",
    "zh-Hant,eastAsia,zh-TW",
    "zh,eastAsia,zh-CN",
    "ja,eastAsia,ja-JP",
    "pt-BR,val,pt-BR",
    "sr-Latn,val,sr-Latn-RS",
    "th,bidi,th-TH"
  })
  void theLanguageStandsWhereWordLooksForItsScript(String language, String place, String tag)
      throws Exception {
    WordFile file = WordFile.of(body(language, new Inline.Text("31/22")));
    Element lang = file.all("word/styles.xml", "w:lang").get(0);
    assertEquals(tag, lang.getAttribute("w:" + place));
    assertEquals(
        Locale.forLanguageTag(language).toLanguageTag(),
        file.all("docProps/core.xml", "dc:language").get(0).getTextContent());
  }

  @Test
  void wordsInAnotherLanguageSaySo() throws Exception {
    WordFile file =
        WordFile.of(
            body(
                "en",
                new Inline.Text("the "),
                new Inline.Foreign(Locale.FRENCH, Samples.text("parquet")),
                new Inline.Foreign(Locale.forLanguageTag("ar"), Samples.text("حرية")),
                new Inline.Foreign(Locale.forLanguageTag("ja"), Samples.text("自由"))));
    List<Element> said = file.body("w:lang");
    assertEquals("fr-FR", said.get(0).getAttribute("w:val"));
    assertEquals("ar-EG", said.get(1).getAttribute("w:bidi"));
    assertEquals("ja-JP", said.get(2).getAttribute("w:eastAsia"));
  }

  @Test
  void aLinkLeadsWhereItSays() throws Exception {
    WordFile file =
        WordFile.of(
            body(
                "en",
                new Inline.Link("https://example.org/é?a=1&b=2", Samples.text("here")),
                new Inline.Text(", "),
                new Inline.Link("mailto:a@example.org", Samples.text("mail"))));
    List<Element> links = file.body("w:hyperlink");
    assertEquals(2, links.size());
    Element relation =
        file.all("word/_rels/document.xml.rels", "Relationship").stream()
            .filter(its -> its.getAttribute("Id").equals(links.get(0).getAttribute("r:id")))
            .findFirst()
            .orElseThrow();
    assertEquals("https://example.org/%C3%A9?a=1&b=2", relation.getAttribute("Target"));
    assertEquals("External", relation.getAttribute("TargetMode"));
    assertEquals("Hyperlink", WordFile.value(links.get(0), "w:rStyle"));
  }

  @Test
  void whatIsNoAddressStaysText() throws Exception {
    WordFile file =
        WordFile.of(body("en", new Inline.Link("http://a b\"><w:x", Samples.text("words"))));
    assertEquals(List.of(), file.body("w:hyperlink"));
    assertEquals("words", file.body("w:p").get(0).getTextContent());
  }

  @Test
  void strongAndEmphasisAreStylesAndHoldTogether() throws Exception {
    WordFile file =
        WordFile.of(
            body(
                "en",
                new Inline.Strong(Samples.text("a")),
                new Inline.Emphasis(Samples.text("b")),
                new Inline.Strong(List.of(new Inline.Emphasis(Samples.text("c"))))));
    List<Element> runs = file.body("w:r");
    assertEquals("Strong", WordFile.value(runs.get(0), "w:rStyle"));
    assertEquals("Emphasis", WordFile.value(runs.get(1), "w:rStyle"));
    assertTrue(WordFile.has(runs.get(2), "w:i"));
    WordFile heading =
        WordFile.of(
            Samples.of(
                "en", new Block.Heading(1, List.of(new Inline.Strong(Samples.text("bold"))))));
    assertEquals(List.of(), heading.body("w:rPr"), "bold twice would be toggled off");
  }
}
