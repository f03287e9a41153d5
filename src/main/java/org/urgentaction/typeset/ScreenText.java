package org.urgentaction.typeset;

import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;

/** Text for pictures on a screen, every character in one of the program's fonts that has it. */
public final class ScreenText {
  private final FontLibrary fonts;

  public ScreenText(FontLibrary fonts) {
    this.fonts = fonts;
  }

  /**
   * The text in the first fonts that have its characters; what none has is shown as missing.
   *
   * @param text not empty
   * @param size in pixels
   */
  public AttributedString styled(String text, float size, boolean bold) {
    AttributedString styled = new AttributedString(text);
    int start = 0;
    Font font = fontFor(text.codePointAt(0), size, bold);
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int character = text.codePointAt(i);
      if (!font.canDisplay(character)) {
        Font other = fontFor(character, size, bold);
        if (i > start) {
          styled.addAttribute(TextAttribute.FONT, font, start, i);
          start = i;
        }
        font = other;
      }
    }
    styled.addAttribute(TextAttribute.FONT, font, start, text.length());
    return styled;
  }

  private Font fontFor(int character, float size, boolean bold) {
    for (Family family : fonts.families()) {
      Typeface face = fonts.typeface(family, bold, false);
      if (face.glyph(character) != 0) {
        return face.font(true).deriveFont(size);
      }
    }
    return fonts.typeface(fonts.families().get(0), bold, false).font(true).deriveFont(size);
  }
}
