package org.urgentaction.docx;

/**
 * A piece of a line that one set of properties is right for.
 *
 * @param text without line breaks; a line break by itself is U+2028
 * @param font the face of its script
 * @param rightToLeft whether its characters are ordered from right to left
 */
record TextRun(String text, CharacterStyle style, ScriptFont font, boolean rightToLeft) {
  static final String BREAK = "\u2028";

  boolean isBreak() {
    return text.equals(BREAK);
  }
}
