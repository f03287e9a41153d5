package org.urgentaction.typeset;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OS2WindowsMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One font file: what it covers, what shapes it, and the figures a PDF reader asks for. */
final class Typeface {
  /** Figures of a PDF font descriptor, in thousandths of an em. */
  record Metrics(Area box, int italicAngle, int ascent, int descent, int capHeight, boolean bold) {}

  private final int slot;
  private final int scale;
  private final int leading;
  private final String name;
  private final int unitsPerEm;
  private final CmapLookup coverage;
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
    TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    name = parsed.getName();
    unitsPerEm = parsed.getUnitsPerEm();
    coverage = parsed.getUnicodeCmapLookup();
    metrics = metrics(parsed);
    glyphs = new GlyphTables(bytes);
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

  private static Metrics metrics(TrueTypeFont font) throws IOException {
    double thousandth = 1000.0 / font.getUnitsPerEm();
    var head = font.getHeader();
    OS2WindowsMetricsTable os2 = font.getOS2Windows();
    Area box =
        new Area(
            (int) Math.floor(head.getXMin() * thousandth),
            (int) Math.floor(head.getYMin() * thousandth),
            (int) Math.ceil(head.getXMax() * thousandth),
            (int) Math.ceil(head.getYMax() * thousandth));
    return new Metrics(
        box,
        Math.round(font.getPostScript().getItalicAngle()),
        (int) Math.round(font.getHorizontalHeader().getAscender() * thousandth),
        (int) Math.round(font.getHorizontalHeader().getDescender() * thousandth),
        (int) Math.round((os2.getVersion() >= 2 ? os2.getCapHeight() : 700) * thousandth),
        os2.getWeightClass() >= 600);
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
    return coverage.getGlyphId(codePoint);
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
