package org.urgentaction.typeset;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One font file: what it covers, what shapes it, and the figures a PDF reader asks for. */
final class Typeface {
  /** Figures of a PDF font descriptor, in thousandths of an em. */
  record Metrics(Area box, int italicAngle, int ascent, int descent, int capHeight, boolean bold) {}

  private static final int WINDOWS = 3;
  private static final int POST_SCRIPT_NAME = 6;

  private final int slot;
  private final int scale;
  private final int leading;
  private final String name;
  private final int unitsPerEm;
  private final CharacterMap coverage;
  private final Font font;
  private final Font unligated;
  private final GlyphTables glyphs;
  private final Metrics metrics;
  private final ShapedWord rightToLeftMark;
  private final ShapedWord hyphen;

  /**
   * @param slot a number of its own in its library
   * @param family it is of
   */
  Typeface(int slot, Family family, byte[] bytes) throws IOException {
    this.slot = slot;
    this.scale = family.scale();
    this.leading = family.leading();
    glyphs = new GlyphTables(bytes);
    name = postScriptName(glyphs.view("name"));
    unitsPerEm = glyphs.view("head").getShort(18);
    coverage = new CharacterMap(glyphs.view("cmap"));
    metrics = metrics(glyphs);
    try {
      unligated =
          Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes))
              .deriveFont((float) unitsPerEm)
              .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON));
      font = unligated.deriveFont(Map.of(TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
    } catch (FontFormatException broken) {
      throw new IOException("not a font: " + name, broken);
    }
    rightToLeftMark = WordBuilder.rightToLeftMark(this);
    hyphen = WordBuilder.hyphen(this);
  }

  private static Metrics metrics(GlyphTables tables) {
    ByteBuffer head = tables.view("head");
    ByteBuffer hhea = tables.view("hhea");
    ByteBuffer os2 = tables.view("OS/2");
    double thousandth = 1000.0 / head.getShort(18);
    Area box =
        new Area(
            (int) Math.floor(head.getShort(36) * thousandth),
            (int) Math.floor(head.getShort(38) * thousandth),
            (int) Math.ceil(head.getShort(40) * thousandth),
            (int) Math.ceil(head.getShort(42) * thousandth));
    int capHeight = os2.getShort(0) >= 2 ? os2.getShort(88) : 700;
    return new Metrics(
        box,
        Math.round(tables.view("post").getInt(4) / 65536f),
        (int) Math.round(hhea.getShort(4) * thousandth),
        (int) Math.round(hhea.getShort(6) * thousandth),
        (int) Math.round(capHeight * thousandth),
        os2.getShort(4) >= 600);
  }

  /** The name of number 6, as Windows has it: every font has that one (OpenType 1.9). */
  private static String postScriptName(ByteBuffer table) throws IOException {
    int strings = table.getShort(4) & 0xffff;
    for (int record = 6; record < 6 + 12 * table.getShort(2); record += 12) {
      if (table.getShort(record) == WINDOWS && table.getShort(record + 6) == POST_SCRIPT_NAME) {
        byte[] name = new byte[table.getShort(record + 8)];
        table.get(strings + (table.getShort(record + 10) & 0xffff), name);
        return new String(name, StandardCharsets.UTF_16BE);
      }
    }
    throw new IOException("a font without a name");
  }

  int slot() {
    return slot;
  }

  /** Per cent of the nominal size. */
  int scale() {
    return scale;
  }

  /** Per cent of the usual leading that its lines need. */
  int leading() {
    return leading;
  }

  /** The PostScript name. */
  String name() {
    return name;
  }

  int unitsPerEm() {
    return unitsPerEm;
  }

  /** At a size of one font unit a pixel, so that positions come in font units. */
  Font font(boolean ligatures) {
    return ligatures ? font : unligated;
  }

  GlyphTables glyphs() {
    return glyphs;
  }

  Metrics metrics() {
    return metrics;
  }

  /** The glyph a character has by itself, 0 where the font lacks it. */
  int glyph(int codePoint) {
    return coverage.glyph(codePoint);
  }

  /** A word of nothing but U+200F. */
  ShapedWord rightToLeftMark() {
    return rightToLeftMark;
  }

  /** What stands at the end of a line in which a word is divided; copied, it is U+00AD. */
  ShapedWord hyphen() {
    return hyphen;
  }

  /** Font units as thousandths of an em. */
  int thousandths(double units) {
    return (int) Math.round(units * 1000 / unitsPerEm);
  }
}
