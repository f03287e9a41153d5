package org.urgentaction.typeset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The form of a composite glyph's description in a TrueType font (OpenType 1.9, glyf). */
final class CompositeGlyph {
  private static final int HEADER = 10;
  private static final int WORDS = 0x0001;
  private static final int XY_VALUES = 0x0002;
  private static final int SCALE = 0x0008;
  private static final int MORE = 0x0020;
  private static final int TWO_SCALES = 0x0040;
  private static final int MATRIX = 0x0080;
  private static final int INSTRUCTIONS = 0x0100;

  private CompositeGlyph() {}

  /** Where each component's record begins; none in a glyph that is not composite. */
  static List<Integer> parts(ByteBuffer outline) {
    List<Integer> parts = new ArrayList<>();
    if (outline.capacity() == 0 || outline.getShort(0) >= 0) {
      return parts;
    }
    int at = HEADER;
    int flags;
    do {
      parts.add(at);
      flags = outline.getShort(at);
      at = end(at, flags);
    } while ((flags & MORE) != 0);
    return parts;
  }

  /** A composite's description with its components renumbered and without instructions. */
  static byte[] renumbered(byte[] outline, GlyphSubset subset) {
    ByteBuffer copy = ByteBuffer.wrap(outline.clone());
    int end = HEADER;
    for (int part : parts(copy)) {
      int flags = copy.getShort(part);
      copy.putShort(part, (short) (flags & ~INSTRUCTIONS));
      copy.putShort(part + 2, (short) subset.outline(copy.getShort(part + 2) & 0xffff));
      end = end(part, flags);
    }
    return Arrays.copyOf(copy.array(), end);
  }

  /** A simple glyph's description without instructions. */
  static byte[] withoutInstructions(byte[] outline) {
    ByteBuffer source = ByteBuffer.wrap(outline);
    int place = HEADER + 2 * source.getShort(0);
    int count = source.getShort(place) & 0xffff;
    ByteBuffer copy = ByteBuffer.allocate(outline.length - count);
    copy.put(outline, 0, place).putShort((short) 0);
    copy.put(outline, place + 2 + count, outline.length - place - 2 - count);
    return copy.array();
  }

  /** A description that draws a cluster's glyphs where they stand in it. */
  static byte[] composed(Cluster cluster, GlyphSubset subset) {
    GlyphTables glyphs = subset.face().glyphs();
    ByteBuffer copy = ByteBuffer.allocate(HEADER + 8 * cluster.size());
    copy.position(HEADER);
    int left = Short.MAX_VALUE;
    int bottom = Short.MAX_VALUE;
    int right = Short.MIN_VALUE;
    int top = Short.MIN_VALUE;
    int last = -1;
    for (int i = 0; i < cluster.size(); i++) {
      ByteBuffer part = ByteBuffer.wrap(glyphs.outline(cluster.glyph(i)));
      if (part.capacity() == 0) {
        continue;
      }
      left = Math.min(left, part.getShort(2) + cluster.dx(i));
      bottom = Math.min(bottom, part.getShort(4) + cluster.dy(i));
      right = Math.max(right, part.getShort(6) + cluster.dx(i));
      top = Math.max(top, part.getShort(8) + cluster.dy(i));
      last = copy.position();
      copy.putShort((short) (WORDS | XY_VALUES | MORE));
      copy.putShort((short) subset.outline(cluster.glyph(i)));
      copy.putShort((short) cluster.dx(i)).putShort((short) cluster.dy(i));
    }
    if (last < 0) {
      return new byte[0];
    }
    copy.putShort(last, (short) (WORDS | XY_VALUES));
    copy.putShort(0, (short) -1).putShort(2, (short) left).putShort(4, (short) bottom);
    copy.putShort(6, (short) right).putShort(8, (short) top);
    return Arrays.copyOf(copy.array(), copy.position());
  }

  private static int end(int part, int flags) {
    int end = part + 4 + ((flags & WORDS) != 0 ? 4 : 2);
    if ((flags & SCALE) != 0) {
      return end + 2;
    }
    if ((flags & TWO_SCALES) != 0) {
      return end + 4;
    }
    return (flags & MATRIX) != 0 ? end + 8 : end;
  }
}
