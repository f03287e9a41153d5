package org.urgentaction.typeset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a subset of a typeface as a TrueType font, without hints, for a PDF to embed. */
final class SubsetFontFile {
  private static final int CHECKSUM_OF_ALL = 0xB1B0AFBA;

  private final GlyphSubset subset;
  private final GlyphTables glyphs;

  SubsetFontFile(GlyphSubset subset) {
    this.subset = subset;
    this.glyphs = subset.face().glyphs();
  }

  byte[] bytes() {
    int count = subset.size();
    List<byte[]> outlines = new ArrayList<>(count);
    ByteBuffer metrics = ByteBuffer.allocate(4 * count);
    int length = 0;
    for (int glyph = 0; glyph < count; glyph++) {
      byte[] outline = outline(glyph);
      outlines.add(outline);
      length += (outline.length + 3) & ~3;
      metrics.putShort((short) advance(glyph));
      metrics.putShort(outline.length == 0 ? 0 : ByteBuffer.wrap(outline).getShort(2));
    }
    ByteBuffer glyf = ByteBuffer.allocate(length);
    ByteBuffer loca = ByteBuffer.allocate(4 * count + 4);
    for (byte[] outline : outlines) {
      loca.putInt(glyf.position());
      glyf.put(outline).position((glyf.position() + 3) & ~3);
    }
    loca.putInt(glyf.position());
    SortedMap<String, byte[]> tables = new TreeMap<>();
    tables.put("glyf", glyf.array());
    tables.put("loca", loca.array());
    tables.put("hmtx", metrics.array());
    tables.put("head", head());
    tables.put("hhea", counted("hhea", 34));
    tables.put("maxp", maxp());
    return file(tables);
  }

  /** In font units. */
  int advance(int glyph) {
    Cluster cluster = subset.cluster(glyph);
    return cluster != null ? cluster.advance() : glyphs.advance(subset.source(glyph));
  }

  private byte[] outline(int glyph) {
    int source = subset.source(glyph);
    Cluster cluster = subset.cluster(glyph);
    if (source < 0 && cluster != null) {
      return CompositeGlyph.composed(cluster, subset);
    }
    byte[] outline = glyphs.outline(source);
    if (outline.length == 0) {
      return outline;
    }
    return ByteBuffer.wrap(outline).getShort(0) < 0
        ? CompositeGlyph.renumbered(outline, subset)
        : CompositeGlyph.withoutInstructions(outline);
  }

  private byte[] head() {
    byte[] head = glyphs.table("head");
    ByteBuffer.wrap(head).putInt(8, 0).putShort(50, (short) 1);
    return head;
  }

  private byte[] counted(String tag, int place) {
    byte[] table = glyphs.table(tag);
    ByteBuffer.wrap(table).putShort(place, (short) subset.size());
    return table;
  }

  /** The limits a rasteriser plans by, with room for the composites that were added. */
  private byte[] maxp() {
    byte[] maxp = counted("maxp", 4);
    ByteBuffer limits = ByteBuffer.wrap(maxp);
    int parts = 1;
    for (int glyph = 0; glyph < subset.size(); glyph++) {
      Cluster cluster = subset.cluster(glyph);
      parts = Math.max(parts, cluster == null ? 1 : cluster.size());
    }
    int points = Math.max(limits.getShort(6) & 0xffff, limits.getShort(10) & 0xffff);
    int contours = Math.max(limits.getShort(8) & 0xffff, limits.getShort(12) & 0xffff);
    limits.putShort(10, (short) Math.min(0xffff, points * parts));
    limits.putShort(12, (short) Math.min(0xffff, contours * parts));
    limits.putShort(26, (short) 0); // instructions
    limits.putShort(28, (short) Math.max(limits.getShort(28), parts));
    limits.putShort(30, (short) (limits.getShort(30) + 2));
    return maxp;
  }

  private static byte[] file(SortedMap<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    ByteBuffer directory = ByteBuffer.allocate(12 + 16 * count);
    directory.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power));
    directory.putShort((short) Integer.numberOfTrailingZeros(power));
    directory.putShort((short) (16 * (count - power)));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int head = 0;
    for (var table : tables.entrySet()) {
      int place = directory.capacity() + body.size();
      head = table.getKey().equals("head") ? place : head;
      directory.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      directory.putInt(checksum(table.getValue())).putInt(place).putInt(table.getValue().length);
      body.writeBytes(table.getValue());
      body.writeBytes(new byte[-body.size() & 3]);
    }
    ByteBuffer file = ByteBuffer.allocate(directory.capacity() + body.size());
    file.put(directory.array()).put(body.toByteArray());
    file.putInt(head + 8, CHECKSUM_OF_ALL - checksum(file.array()));
    return file.array();
  }

  private static int checksum(byte[] table) {
    int sum = 0;
    for (int i = 0; i < table.length; i++) {
      sum += (table[i] & 0xff) << (24 - 8 * (i & 3));
    }
    return sum;
  }
}
