package org.urgentaction.typeset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The tables of a TrueType font that hold its outlines and their widths (OpenType 1.9). */
final class GlyphTables {
  private static final int GDEF_MARK = 3;

  private final ByteBuffer font;
  private final ByteBuffer loca;
  private final ByteBuffer glyf;
  private final ByteBuffer hmtx;
  private final boolean longOffsets;
  private final int fullMetrics;
  private final BitSet marks = new BitSet();

  GlyphTables(byte[] bytes) {
    font = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    loca = view("loca");
    glyf = view("glyf");
    hmtx = view("hmtx");
    longOffsets = view("head").getShort(50) == 1;
    fullMetrics = view("hhea").getShort(34) & 0xffff;
    readMarks(view("GDEF"));
  }

  /** A copy of a table, empty where the font has none. */
  byte[] table(String tag) {
    ByteBuffer view = view(tag);
    byte[] content = new byte[view.capacity()];
    view.get(content);
    return content;
  }

  /** A table, to be read; empty where the font has none. */
  ByteBuffer view(String tag) {
    int count = font.getShort(4);
    byte[] name = new byte[4];
    for (int record = 12; record < 12 + 16 * count; record += 16) {
      font.get(record, name);
      if (tag.equals(new String(name, StandardCharsets.US_ASCII))) {
        return font.slice(font.getInt(record + 8), font.getInt(record + 12));
      }
    }
    return font.slice(0, 0);
  }

  /** In font units. */
  int advance(int glyph) {
    return hmtx.getShort(4 * Math.min(glyph, fullMetrics - 1)) & 0xffff;
  }

  int leftSideBearing(int glyph) {
    return hmtx.getShort(
        glyph < fullMetrics ? 4 * glyph + 2 : 4 * fullMetrics + 2 * (glyph - fullMetrics));
  }

  /** The glyph's description in the glyf table, empty for one that shows nothing. */
  byte[] outline(int glyph) {
    byte[] outline = new byte[offset(glyph + 1) - offset(glyph)];
    glyf.get(offset(glyph), outline);
    return outline;
  }

  /** Whether the font calls it a combining mark. */
  boolean mark(int glyph) {
    return marks.get(glyph);
  }

  private int offset(int glyph) {
    return longOffsets ? loca.getInt(4 * glyph) : (loca.getShort(2 * glyph) & 0xffff) * 2;
  }

  private void readMarks(ByteBuffer gdef) {
    int classes = gdef.capacity() > 6 ? gdef.getShort(4) & 0xffff : 0;
    if (classes == 0) {
      return;
    }
    if (gdef.getShort(classes) == 1) {
      int first = gdef.getShort(classes + 2) & 0xffff;
      int count = gdef.getShort(classes + 4) & 0xffff;
      for (int i = 0; i < count; i++) {
        marks.set(first + i, gdef.getShort(classes + 6 + 2 * i) == GDEF_MARK);
      }
    } else {
      int ranges = gdef.getShort(classes + 2) & 0xffff;
      for (int i = 0; i < ranges; i++) {
        int range = classes + 4 + 6 * i;
        if (gdef.getShort(range + 4) == GDEF_MARK) {
          marks.set(gdef.getShort(range) & 0xffff, (gdef.getShort(range + 2) & 0xffff) + 1);
        }
      }
    }
  }
}
