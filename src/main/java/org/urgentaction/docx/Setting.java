package org.urgentaction.docx;

import java.util.List;

/**
 * How large and how wide a letter is set, in the steps of the PDF, as far as Word's half points go.
 *
 * @param size of the type, in half points
 * @param leading per cent of the size from line to line
 * @param gap per cent of the leading between paragraphs
 * @param start the margin at the side where lines begin, in millimetres
 * @param end the margin at the other side, in millimetres
 * @param foot the margin below, in millimetres
 * @param signature the height of the room for a signature, in millimetres
 */
record Setting(int size, int leading, int gap, int start, int end, int foot, int signature) {

  /** The usual setting first, then tighter ones to the limits of what reads well. */
  static final List<Setting> STEPS =
      List.of(
          new Setting(22, 130, 55, 25, 20, 20, 18),
          new Setting(22, 126, 45, 25, 20, 20, 18),
          new Setting(21, 126, 40, 24, 19, 19, 17),
          new Setting(21, 122, 36, 24, 19, 18, 17),
          new Setting(20, 122, 33, 23, 18, 18, 16),
          new Setting(20, 120, 30, 22, 18, 18, 16));

  /** For a bulletin, of which two pages are to hold a case of the usual length. */
  static final List<Setting> BULLETIN_STEPS =
      List.of(
          new Setting(21, 130, 50, 20, 20, 18, 18),
          new Setting(21, 126, 46, 20, 20, 18, 18),
          new Setting(20, 127, 43, 19, 19, 18, 18),
          new Setting(20, 124, 40, 18, 18, 18, 18),
          new Setting(19, 125, 38, 18, 18, 17, 18),
          new Setting(19, 121, 36, 17, 17, 17, 18),
          new Setting(18, 122, 34, 16, 16, 17, 18),
          new Setting(18, 118, 31, 15, 15, 16, 18),
          new Setting(17, 119, 30, 15, 15, 16, 18),
          new Setting(17, 116, 28, 14, 14, 16, 18));

  /** The size of what is said in passing, in half points. */
  int small() {
    return Math.max(Math.min(18, size - 1), size - 3);
  }
}
