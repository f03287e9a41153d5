package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.document.Picture;

/** Every kind of file that is made keeps PDF/UA-1 and PDF/A-2a, by veraPDF's judgement. */
class StandardsTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();

  static Stream<Letters.Words> languages() {
    return Letters.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aLetterOfOnePageKeepsTheStandards(Letters.Words words) throws Exception {
    assertKept(words.language() + "-plain", Letters.letter(words), 1);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aSignedLetterOfSeveralPagesKeepsTheStandards(Letters.Words words) throws Exception {
    Document letter = Letters.letter(words, words.sender(), Letters.signature(), 40);
    SetDocument set = set(letter);
    assertTrue(set.pages() > 1, words.language());
    assertKept(words.language() + "-long", letter, set.pages());
  }

  @Test
  void linksForeignWordsAndNestedListsKeepTheStandards() throws Exception {
    Block.Paragraph linked =
        new Block.Paragraph(
            Block.Role.BODY,
            List.of(
                new Inline.Text("Read "),
                new Inline.Link(
                    "https://example.org/case?a=b&c=(d)",
                    List.of(
                        new Inline.Text("the whole of the case of "),
                        new Inline.Foreign(
                            Locale.forLanguageTag("ru"), Letters.text("Жанболата Мамая")),
                        new Inline.Text(", which is long enough to go on to a second line"))),
                new Inline.Text(" and "),
                new Inline.Strong(
                    List.of(new Inline.Text("act "), new Inline.Emphasis(Letters.text("now, ")))),
                new Inline.Foreign(Locale.forLanguageTag("ar"), Letters.text("(الآن) 31/22")),
                new Inline.LineBreak(),
                new Inline.Text("please.")));
    Block.Listing nested =
        new Block.Listing(
            true,
            List.of(
                List.of(
                    Letters.paragraph(Block.Role.BODY, "first"),
                    new Block.Listing(
                        false, List.of(List.of(Letters.paragraph(Block.Role.BODY, "inner"))))),
                List.of(linked)));
    Picture photo = Letters.signature();
    Document letter =
        Letters.with(
            Letters.ENGLISH,
            linked,
            nested,
            new Block.Figure(photo),
            new Block.Figure(new Picture(photo.bytes(), photo.mediaType(), "")));
    assertKept("rich", letter, 2);
  }

  @Test
  void anArabicLetterWithLatinAddressesKeepsTheStandards() throws Exception {
    Document arabic = Letters.letter(Letters.ARABIC);
    List<Block> blocks = new ArrayList<>(arabic.blocks());
    blocks.set(
        0,
        new Block.Address(
            Block.Party.SENDER, Letters.lines(Letters.ENGLISH.sender()), Locale.ENGLISH));
    blocks.set(
        1,
        new Block.Address(
            Block.Party.RECIPIENT, Letters.lines(Letters.ENGLISH.recipient()), Locale.ENGLISH));
    assertKept("ar-latin", new Document(arabic.language(), arabic.title(), blocks), 1);
  }

  @Test
  void aFileWithoutStructureIsFoundOut() throws Exception {
    ByteArrayOutputStream bare = new ByteArrayOutputStream();
    try (PDDocument file = new PDDocument()) {
      file.addPage(new PDPage());
      file.save(bare);
    }
    assertFalse(Standards.offences(bare.toByteArray()).isEmpty());
  }

  @Test
  void aFileTellsNothingOfItsMaker() {
    String file =
        new String(set(Letters.letter(Letters.ENGLISH)).pdf(), StandardCharsets.ISO_8859_1);
    for (String trace :
        List.of("/Info", "Producer", "CreationDate", "ModDate", "PDFBox", "/home", "Author")) {
      assertFalse(file.contains(trace), trace);
    }
    assertFalse(file.contains(System.getProperty("user.dir")));
  }

  private static SetDocument set(Document letter) {
    return new PdfPress(FONTS, new PageStyle(Paper.A4, true), List.of(letter)).set(letter);
  }

  private static void assertKept(String name, Document letter, int pages) throws Exception {
    SetDocument set = set(letter);
    Path folder = Files.createDirectories(Path.of("target/letters"));
    Files.write(folder.resolve(name + ".pdf"), set.pdf());
    assertEquals(pages, set.pages());
    assertEquals(List.of(), Standards.offences(set.pdf()), name);
  }
}
