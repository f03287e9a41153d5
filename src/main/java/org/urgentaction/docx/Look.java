package org.urgentaction.docx;

import java.util.Locale;
import org.urgentaction.document.Block;
import org.urgentaction.document.Document;

/**
 * What a document's language and kind decide: faces, direction, sizes in half points, room between
 * lines and paragraphs. The same figures as on the pages of the PDF.
 *
 * @param letter whether it has an address; the heading of what has none is larger
 */
record Look(Locale language, ScriptFont font, boolean rightToLeft, boolean letter) {
  static final int SIZE = 22;
  static final int SMALL = 19;
  private static final int GAP = 55;
  private static final int[] HEADINGS = {33, 28, 24};

  static Look of(Document document) {
    return new Look(
        document.language(),
        ScriptFont.of(document.language()),
        document.rightToLeft(),
        document.blocks().stream().anyMatch(Block.Address.class::isInstance));
  }

  /**
   * @param level from 1
   */
  int headingSize(int level) {
    return letter ? SIZE : HEADINGS[Math.min(level, HEADINGS.length) - 1];
  }

  Pitch pitch(int size) {
    return Pitch.of(size, font.leading());
  }

  /** Between paragraphs. */
  int gap() {
    return pitch(SIZE).twips() * GAP / 100;
  }

  /** The face that a slot has where a run says nothing else. */
  ScriptFont usual(ScriptFont.Slot slot) {
    return font.slot() == slot ? font : ScriptFont.EUROPEAN;
  }

  /** The size of complex scripts beside a size of European ones. */
  int complexSize(int size) {
    return usual(ScriptFont.Slot.COMPLEX).size(size);
  }

  /** The size of the document's own script, if European ones are not in the majority. */
  int westernSize(int size) {
    return usual(ScriptFont.Slot.WESTERN).size(size);
  }
}
