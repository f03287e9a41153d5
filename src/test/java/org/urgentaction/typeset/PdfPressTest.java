package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.urgentaction.document.Document;

class PdfPressTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();

  @Test
  void aShortLetterFitsOnePageInEveryLanguage() throws Exception {
    Path folder = Files.createDirectories(Path.of("target/letters"));
    for (Letters.Words words : Letters.ALL) {
      Document letter = Letters.letter(words);
      Press press = new PdfPress(FONTS, new PageStyle(Paper.A4, true), List.of(letter));
      SetDocument set = press.set(letter);
      Files.write(folder.resolve(words.language() + ".pdf"), set.pdf());
      assertEquals(1, set.pages(), words.language());
    }
  }
}
