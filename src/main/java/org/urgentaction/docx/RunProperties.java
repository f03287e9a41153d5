package org.urgentaction.docx;

import org.jspecify.annotations.Nullable;

/** How a run or a style's characters look, written in the order the schema asks for (CT_RPr). */
final class RunProperties {
  private @Nullable String style;
  private @Nullable ScriptFont font;
  private @Nullable ScriptFont defaults;
  private boolean bold;
  private boolean complexBold;
  private boolean italic;
  private boolean underlined;
  private boolean dotted;
  private boolean white;
  private int size;
  private int complexSize;
  private boolean rightToLeft;
  private boolean complex;
  private @Nullable String western;
  private @Nullable String eastAsian;
  private @Nullable String bidirectional;

  RunProperties style(String id) {
    style = id;
    return this;
  }

  /** The face of one slot only. */
  RunProperties font(ScriptFont face) {
    font = face;
    return this;
  }

  /** Faces for all slots: European ones, and that of the document's script in its own slot. */
  RunProperties fonts(ScriptFont face) {
    defaults = face;
    return this;
  }

  RunProperties bold() {
    bold = true;
    complexBold = true;
    return this;
  }

  /** Slanted where the script has that: not in complex scripts. */
  RunProperties italic() {
    italic = true;
    return this;
  }

  RunProperties underlined() {
    underlined = true;
    return this;
  }

  /** Stressed by dots, as East Asian text is. */
  RunProperties dotted() {
    dotted = true;
    return this;
  }

  /** On a black ground. */
  RunProperties white() {
    white = true;
    return this;
  }

  /** Half points; 0 leaves it as it is. */
  RunProperties size(int european, int complexScripts) {
    size = european;
    complexSize = complexScripts;
    return this;
  }

  RunProperties rightToLeft() {
    rightToLeft = true;
    return this;
  }

  /** Set as complex script although it runs from left to right. */
  RunProperties complex() {
    complex = true;
    return this;
  }

  /** The language of the characters that one slot sets. */
  RunProperties language(ScriptFont.Slot slot, String tag) {
    switch (slot) {
      case WESTERN -> western = tag;
      case EAST_ASIAN -> eastAsian = tag;
      case COMPLEX -> bidirectional = tag;
    }
    return this;
  }

  void write(Xml xml) {
    if (isEmpty()) {
      return;
    }
    xml.start("w:rPr");
    if (style != null) {
      xml.value("w:rStyle", style);
    }
    writeFonts(xml);
    flag(xml, "w:b", bold);
    flag(xml, "w:bCs", complexBold);
    flag(xml, "w:i", italic);
    if (white) {
      xml.value("w:color", "FFFFFF");
    }
    if (size > 0) {
      xml.value("w:sz", size);
    }
    if (complexSize > 0) {
      xml.value("w:szCs", complexSize);
    }
    if (underlined) {
      xml.value("w:u", "single");
    }
    flag(xml, "w:rtl", rightToLeft);
    flag(xml, "w:cs", complex);
    if (dotted) {
      xml.value("w:em", "dot");
    }
    writeLanguages(xml);
    xml.end();
  }

  private boolean isEmpty() {
    return style == null
        && font == null
        && defaults == null
        && !(bold || italic || underlined || dotted || white || rightToLeft || complex)
        && size == 0
        && complexSize == 0
        && western == null
        && eastAsian == null
        && bidirectional == null;
  }

  private void writeFonts(Xml xml) {
    if (defaults != null) {
      ScriptFont western = in(ScriptFont.Slot.WESTERN, defaults);
      xml.empty(
          "w:rFonts",
          "w:ascii",
          western.family(),
          "w:hAnsi",
          western.family(),
          "w:eastAsia",
          in(ScriptFont.Slot.EAST_ASIAN, defaults).family(),
          "w:cs",
          in(ScriptFont.Slot.COMPLEX, defaults).family());
    } else if (font != null) {
      switch (font.slot()) {
        case WESTERN -> xml.empty("w:rFonts", "w:ascii", font.family(), "w:hAnsi", font.family());
        case EAST_ASIAN -> xml.empty("w:rFonts", "w:hint", "eastAsia", "w:eastAsia", font.family());
        case COMPLEX -> xml.empty("w:rFonts", "w:cs", font.family());
      }
    }
  }

  private static ScriptFont in(ScriptFont.Slot slot, ScriptFont face) {
    return face.slot() == slot ? face : ScriptFont.EUROPEAN;
  }

  private void writeLanguages(Xml xml) {
    if (western == null && eastAsian == null && bidirectional == null) {
      return;
    }
    xml.start("w:lang");
    if (western != null) {
      xml.attribute("w:val", western);
    }
    if (eastAsian != null) {
      xml.attribute("w:eastAsia", eastAsian);
    }
    if (bidirectional != null) {
      xml.attribute("w:bidi", bidirectional);
    }
    xml.end();
  }

  private static void flag(Xml xml, String name, boolean on) {
    if (on) {
      xml.empty(name);
    }
  }
}
