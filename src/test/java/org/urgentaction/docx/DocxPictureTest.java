package org.urgentaction.docx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.document.Block;
import org.urgentaction.document.Picture;
import org.urgentaction.problem.InvalidInputException;
import org.w3c.dom.Element;

/** Pictures in a Word file: their size and words, and what is none. */
class DocxPictureTest {
  @Test
  void aPictureStandsInItsSizeWithItsWords() throws Exception {
    WordFile file =
        WordFile.of(Samples.of("en", new Block.Figure(Samples.picture("png", 300, 150, "A dove"))));
    Element extent = file.body("wp:extent").get(0);
    assertEquals(300 * 914400 / 150, Integer.parseInt(extent.getAttribute("cx")));
    assertEquals(150 * 914400 / 150, Integer.parseInt(extent.getAttribute("cy")));
    assertEquals("A dove", file.body("wp:docPr").get(0).getAttribute("descr"));
    assertFalse(WordFile.has(file.xml("word/document.xml"), "adec:decorative"));
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
}
