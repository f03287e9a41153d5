package org.urgentaction.docx;

/**
 * word/numbering.xml: one kind of bulleted and one of numbered lists; every numbered list counts
 * from one.
 */
final class NumberingPart {
  static final int BULLETS = 1;
  static final int NUMBERS = 2;
  static final int LEVELS = 9;

  private int last = NUMBERS;
  private boolean first = true;

  /** The number of a list that begins now. */
  int begin(boolean ordered) {
    if (!ordered) {
      return BULLETS;
    }
    if (first) {
      first = false;
      return NUMBERS;
    }
    return ++last;
  }

  byte[] bytes(Look look) {
    Xml xml = new Xml("w:numbering");
    writeKind(xml, look, BULLETS, false);
    writeKind(xml, look, NUMBERS, true);
    for (int number = BULLETS; number <= last; number++) {
      xml.start("w:num").attribute("w:numId", number);
      xml.value("w:abstractNumId", Math.min(number, NUMBERS));
      if (number > NUMBERS) {
        for (int level = 0; level < LEVELS; level++) {
          xml.start("w:lvlOverride").attribute("w:ilvl", level);
          xml.value("w:startOverride", 1).end();
        }
      }
      xml.end();
    }
    return xml.end().bytes();
  }

  private static void writeKind(Xml xml, Look look, int kind, boolean ordered) {
    xml.start("w:abstractNum").attribute("w:abstractNumId", kind);
    xml.value("w:multiLevelType", "multilevel");
    for (int level = 0; level < LEVELS; level++) {
      xml.start("w:lvl").attribute("w:ilvl", level);
      xml.value("w:start", 1).value("w:numFmt", ordered ? "decimal" : "bullet");
      if (level < StylesPart.LIST_STYLES) {
        xml.value("w:pStyle", StylesPart.item(ordered, level));
      }
      xml.value("w:lvlText", ordered ? "%" + (level + 1) + "." : "•").value("w:lvlJc", "left");
      new ParagraphProperties()
          .indent(look.indent(ordered, level), 0)
          .hanging(look.indent(ordered, 0))
          .write(xml);
      if (!ordered) {
        new RunProperties().fonts(ScriptFont.EUROPEAN).write(xml);
      }
      xml.end();
    }
    xml.end();
  }
}
