package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.w3c.dom.Element;

class DocxWriterTest {
  private static final String BODY = "word/document.xml";

  private static Document body(String language, Inline... content) {
    return Samples.of(language, new Block.Paragraph(Block.Role.BODY, List.of(content)));
  }

  /** Each run as its text, with a mark for what runs from right to left. */
  private static List<String> runs(WordFile file) throws Exception {
    List<String> runs = new ArrayList<>();
    for (Element run : file.body("w:r")) {
      runs.add((WordFile.has(run, "w:rtl") ? "rtl:" : "") + run.getTextContent());
    }
    return runs;
  }

  private static Element style(WordFile file, String id) throws Exception {
    return file.all("word/styles.xml", "w:style").stream()
        .filter(style -> style.getAttribute("w:styleId").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyPartIsWellFormedAndSaysWhatItIs() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    String types = file.text("[Content_Types].xml");
    for (String part : file.parts.keySet()) {
      if (part.startsWith("word/media/")) {
        assertTrue(types.contains("\"" + part.replaceAll(".*\\.", "") + "\""), part);
      } else {
        file.xml(part);
        assertTrue(
            part.endsWith(".rels") || part.startsWith("[") || types.contains("\"/" + part + "\""),
            part);
      }
    }
    assertEquals("[Content_Types].xml", file.entries.get(0).getName());
    for (Element relation : file.all("word/_rels/document.xml.rels", "Relationship")) {
      String target = relation.getAttribute("Target");
      assertTrue(
          relation.getAttribute("TargetMode").equals("External")
              || file.parts.containsKey("word/" + target),
          target);
    }
  }

  @Test
  void everyStyleThatIsUsedIsThere() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    Set<String> there = new TreeSet<>();
    for (Element style : file.all("word/styles.xml", "w:style")) {
      there.add(style.getAttribute("w:styleId"));
    }
    for (String kind : List.of("w:pStyle", "w:rStyle")) {
      for (Element used : file.body(kind)) {
        assertTrue(there.contains(used.getAttribute("w:val")), used.getAttribute("w:val"));
      }
    }
  }

  @Test
  void partsOfALetterHaveStylesUnderWordsOwnNames() throws Exception {
    WordFile file = WordFile.of(Samples.ENGLISH);
    List<String> names = new ArrayList<>();
    for (Element used : file.body("w:pStyle")) {
      names.add(WordFile.value(style(file, used.getAttribute("w:val")), "w:name"));
    }
    assertEquals(
        List.of(
            "envelope return",
            "envelope address",
            "Date",
            "heading 1",
            "Salutation",
            "Body Text",
            "Body Text",
            "Body Text",
            "List Bullet",
            "List Bullet",
            "Closing",
            "Signature",
            "Copy"),
        names);
  }

  @Test
  void closingAndSignatureStayTogetherWithRoomToSign() throws Exception {
    WordFile file = WordFile.of(Samples.ENGLISH);
    assertTrue(WordFile.has(style(file, "Closing"), "w:keepNext"));
    Element signer = file.body("w:p").get(11);
    assertEquals("Ann O’Leary", signer.getTextContent());
    Element spacing = WordFile.all(signer, "w:spacing").get(0);
    assertEquals("1020", spacing.getAttribute("w:before"), "18 mm");
  }

  @Test
  void theSameDocumentGivesTheSameBytesInAnyPlace() throws Exception {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    byte[] here = new DocxWriter().write(Samples.rich("ar"), Sheet.A4);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(here, new DocxWriter().write(Samples.rich("ar"), Sheet.A4));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void nothingTellsWhoWroteItWhenAndWithWhat() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    file.entries.forEach(
        entry -> {
          assertEquals(LocalDateTime.of(1980, 2, 1, 0, 0), entry.getTimeLocal());
          assertTrue(entry.getExtra() == null && entry.getComment() == null);
        });
    List<String> traces =
        List.of(
            "creator",
            "Application",
            "dcterms",
            "rsid",
            "20" + LocalDateTime.now(java.time.ZoneOffset.UTC).getYear() % 100 + "-",
            InetAddress.getLocalHost().getHostName());
    for (String part : file.parts.keySet()) {
      String text = new String(file.parts.get(part), StandardCharsets.ISO_8859_1);
      for (String trace : traces) {
        assertFalse(text.contains(trace), trace + " in " + part);
      }
    }
    List<Element> said = WordFile.children(file.xml("docProps/core.xml"));
    assertEquals(
        List.of("dc:title", "dc:language"), said.stream().map(Element::getTagName).toList());
    assertEquals("Title", said.get(0).getTextContent());
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
    assertEquals(List.of("one ", "rtl:abc", " two ", "rtl:א!", " end"), runs(file));
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
    assertEquals("1", WordFile.value(style(file, "Normal"), "w:bidi"));
    Element fonts = file.all("word/styles.xml", "w:rFonts").get(0);
    assertEquals("Noto Naskh Arabic", fonts.getAttribute("w:cs"));
    assertEquals("Noto Serif", fonts.getAttribute("w:ascii"));
    assertTrue(WordFile.has(file.body("w:sectPr").get(0), "w:bidi"));
  }

  @Test
  void anAddressInAnotherDirectionRunsAsItsReadersRead() throws Exception {
    Document letter =
        Samples.of(
            "ar",
            new Block.Address(
                Block.Party.RECIPIENT,
                Samples.lines(List.of("Government House", "Astana")),
                Locale.ENGLISH));
    Element paragraph = WordFile.of(letter).body("w:p").get(0);
    assertEquals("0", WordFile.value(paragraph, "w:bidi"));
    assertEquals("en-US", WordFile.value(paragraph, "w:lang"));
    int indent = Integer.parseInt(WordFile.all(paragraph, "w:ind").get(0).getAttribute("w:left"));
    assertTrue(indent > Length.twips(100) && indent < Length.twips(140), indent + " from the left");
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
  void listsAreNumberedByWordAndEveryOneFromOne() throws Exception {
    WordFile file =
        WordFile.of(
            Samples.of(
                "en",
                Samples.listing(true, List.of("a", "b")),
                Samples.listing(false, List.of("c")),
                Samples.listing(true, List.of("d"))));
    List<String> numbers =
        file.body("w:numId").stream().map(number -> number.getAttribute("w:val")).toList();
    assertEquals(List.of("2", "2", "1", "3"), numbers);
    List<Element> lists = file.all("word/numbering.xml", "w:num");
    assertEquals("1", WordFile.value(lists.get(2), "w:startOverride"));
    assertFalse(file.text(BODY).contains("•"));
  }

  @Test
  void aListWithinAListIsALevelDeeper() throws Exception {
    Block inner = Samples.listing(false, List.of("inner"));
    Block outer =
        new Block.Listing(
            false, List.of(List.of(Samples.paragraph(Block.Role.BODY, "outer"), inner)));
    WordFile file = WordFile.of(Samples.of("en", outer));
    List<String> levels =
        file.body("w:ilvl").stream().map(level -> level.getAttribute("w:val")).toList();
    assertEquals(List.of("0", "1"), levels);
    assertEquals("ListBullet2", WordFile.value(file.body("w:p").get(1), "w:pStyle"));
  }

  @Test
  void aListNestedDeeperThanWordGoesStaysReadable() throws Exception {
    Block list = Samples.listing(true, List.of("bottom"));
    for (int i = 0; i < 30; i++) {
      list = new Block.Listing(true, List.of(List.of(list)));
    }
    WordFile file = WordFile.of(Samples.of("en", list));
    assertEquals("8", file.body("w:ilvl").get(0).getAttribute("w:val"));
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

  @Test
  void aPictureStandsInItsSizeWithItsWords() throws Exception {
    WordFile file =
        WordFile.of(Samples.of("en", new Block.Figure(Samples.picture("png", 300, 150, "A dove"))));
    Element extent = file.body("wp:extent").get(0);
    assertEquals(300 * 914400 / 150, Integer.parseInt(extent.getAttribute("cx")));
    assertEquals(150 * 914400 / 150, Integer.parseInt(extent.getAttribute("cy")));
    assertEquals("A dove", file.body("wp:docPr").get(0).getAttribute("descr"));
    assertFalse(WordFile.has(file.xml(BODY), "adec:decorative"));
    assertTrue(file.parts.containsKey("word/media/image1.png"));
  }

  @Test
  void aPictureIsNeverWiderThanItsColumnNorTallerThanHalfAPage() throws Exception {
    WordFile file =
        WordFile.of(
            Samples.of(
                "en",
                new Block.Figure(Samples.picture("jpeg", 3900, 40, "wide")),
                new Block.Figure(Samples.picture("png", 1, 3900, "tall"))));
    for (Element extent : file.body("wp:extent")) {
      assertTrue(Long.parseLong(extent.getAttribute("cx")) <= 165 * 36000L + 635);
      assertTrue(Long.parseLong(extent.getAttribute("cy")) <= 149 * 36000L + 635);
    }
  }

  @Test
  void aSignatureIsAPictureAboveTheName() throws Exception {
    WordFile file = WordFile.of(Samples.rich("en"));
    Element extent = file.body("wp:extent").get(2);
    assertTrue(Long.parseLong(extent.getAttribute("cy")) <= 15 * 36000L);
    assertEquals("Signature of Ann Lee", file.body("wp:docPr").get(2).getAttribute("descr"));
    assertTrue(WordFile.has(file.body("wp:docPr").get(1), "adec:decorative"));
  }

  @Test
  void aPhotographDoesNotTellWhoTookIt() throws Exception {
    byte[] plain = Samples.picture("jpeg", 40, 40, "").bytes();
    byte[] comment = "Exif of A. Photographer".getBytes(StandardCharsets.US_ASCII);
    byte[] told = new byte[plain.length + comment.length + 4];
    System.arraycopy(plain, 0, told, 0, 2);
    told[2] = (byte) 0xFF;
    told[3] = (byte) 0xFE;
    told[5] = (byte) (comment.length + 2);
    System.arraycopy(comment, 0, told, 6, comment.length);
    System.arraycopy(plain, 2, told, 6 + comment.length, plain.length - 2);
    WordFile file =
        WordFile.of(
            Samples.of("en", new Block.Figure(new Picture(told, "image/jpeg", "A square"))));
    String kept = new String(file.parts.get("word/media/image1.jpeg"), StandardCharsets.ISO_8859_1);
    assertTrue(kept.length() > 100);
    assertFalse(kept.contains("Photographer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GIF89a", "<svg/>", "\u0089PNG\r\n\u001a\n broken"})
  void whatIsNoPictureIsRefused(String bytes) {
    Picture picture =
        new Picture(bytes.getBytes(StandardCharsets.ISO_8859_1), "image/png", "alternative");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> WordFile.of(Samples.of("en", new Block.Figure(picture))));
    assertTrue(refused.getMessage().contains("save it"), refused.getMessage());
  }

  @Test
  void aHugePictureIsRefusedByItsSize() {
    Picture huge = Samples.picture("png", 50_000, 2, "line");
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class,
            () -> WordFile.of(Samples.of("en", new Block.Signature(huge))));
    assertTrue(refused.getMessage().contains("50000 by 2"), refused.getMessage());
  }

  @Test
  void aLongLetterIsSetTighterAndAVeryLongOneAsUsual() throws Exception {
    String words = "Nobody should lose their freedom for a word that was said in peace. ";
    Document longer = Samples.of("en", Samples.paragraph(Block.Role.BODY, words.repeat(68)));
    Document longest = Samples.of("en", Samples.paragraph(Block.Role.BODY, words.repeat(500)));
    assertEquals("21", WordFile.value(WordFile.of(longer).xml("word/styles.xml"), "w:sz"));
    assertEquals("22", WordFile.value(WordFile.of(longest).xml("word/styles.xml"), "w:sz"));
  }

  @Test
  void nothingIsStillAFile() throws Exception {
    WordFile file = WordFile.of(Samples.of("en"));
    assertEquals(List.of(), file.body("w:p"));
    WordFile word =
        WordFile.of(Samples.of("en", Samples.paragraph(Block.Role.BODY, "x".repeat(10_000))));
    assertEquals(10_000, word.body("w:t").get(0).getTextContent().length());
  }
}
