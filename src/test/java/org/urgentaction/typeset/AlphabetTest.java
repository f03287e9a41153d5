package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The letters that a font file begins with. */
class AlphabetTest {
  private static final int LAST = 0x2FFFF;

  private final FontLibrary library = FontLibrary.bundled();
  private final Shaper shaper = new Shaper();

  @Test
  void aLetterTakenFromTheFontIsWhatShapingMakesOfIt() {
    List<String> others = new ArrayList<>();
    int letters = 0;
    for (Family family : library.families()) {
      Typeface face = library.typeface(family, false, false);
      for (int point = ' '; point <= LAST; point++) {
        if (face.glyph(point) != 0 && GlyphStock.unshaped(point)) {
          ShapedWord word = shaper.shape(face, Character.toString(point), false, true);
          letters++;
          if (word.size() != 1
              || word.start(0) != 0
              || !word.cluster(0).equals(GlyphStock.letter(face, point))) {
            others.add(family.folder() + " " + Character.getName(point));
          }
        }
      }
    }
    assertEquals(List.of(), others);
    assertTrue(letters > 5_000, letters + " letters");
  }
}
