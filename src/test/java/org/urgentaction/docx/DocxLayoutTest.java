package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;
import org.w3c.dom.Element;

/**
 * Where things stand in a Word file: the head of a letter, lists, room to sign, the size of type.
 */
class DocxLayoutTest {
  @Test
  void closingAndSignatureStayTogetherWithRoomToSign() throws Exception {
    WordFile file = WordFile.of(Samples.ENGLISH);
    assertTrue(WordFile.has(file.style("Closing"), "w:keepNext"));
    Element signer = file.flow().get(8);
    assertEquals("Ann O’Leary", signer.getTextContent());
    Element spacing = WordFile.all(signer, "w:spacing").get(0);
    assertEquals("1020", spacing.getAttribute("w:before"), "18 mm");
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
    Element paragraph = WordFile.of(letter).body("w:p").get(2);
    assertEquals("0", WordFile.value(paragraph, "w:bidi"));
    assertEquals("en-US", WordFile.value(paragraph, "w:lang"));
    int indent = Integer.parseInt(WordFile.all(paragraph, "w:ind").get(0).getAttribute("w:left"));
    assertTrue(indent > Length.twips(50) && indent < Length.twips(75), indent + " into the cell");
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
    assertFalse(file.text("word/document.xml").contains("•"));
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
  void aLongLetterIsSetTighterAndAVeryLongOneAsUsual() throws Exception {
    String words = "Nobody should lose their freedom for a word that was said in peace. ";
    Document longer = Samples.of("en", Samples.paragraph(Block.Role.BODY, words.repeat(68)));
    Document longest = Samples.of("en", Samples.paragraph(Block.Role.BODY, words.repeat(500)));
    assertEquals("21", WordFile.value(WordFile.of(longer).xml("word/styles.xml"), "w:sz"));
    assertEquals("22", WordFile.value(WordFile.of(longest).xml("word/styles.xml"), "w:sz"));
  }
}
