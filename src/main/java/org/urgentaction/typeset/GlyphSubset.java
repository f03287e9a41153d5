package org.urgentaction.typeset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The glyphs of a typeface that a file embeds: a code for each cluster, which is also the number of
 * its glyph; a subset may go on from another, whose codes it keeps.
 */
final class GlyphSubset {
  /** A glyph of the embedded font: a cluster's, or one that composite glyphs are made of. */
  private record Entry(@Nullable Cluster cluster, int source) {}

  private final Typeface face;
  private final @Nullable GlyphSubset base;
  private final int first;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Cluster, Integer> codes = new HashMap<>();
  private final Map<Integer, Integer> outlines = new HashMap<>();

  GlyphSubset(Typeface face) {
    this.face = face;
    base = null;
    first = 0;
    outlines.put(0, 0);
    entries.add(new Entry(null, 0));
    code(Cluster.of(face.glyph(' '), face.glyphs().advance(face.glyph(' ')), " "));
  }

  /** Goes on from a subset that is complete. */
  GlyphSubset(GlyphSubset base) {
    this.face = base.face;
    this.base = base;
    first = base.size();
  }

  Typeface face() {
    return face;
  }

  /** How many glyphs, all told. */
  int size() {
    return first + entries.size();
  }

  /** Whether it holds nothing that its base has not. */
  boolean addsNothing() {
    return base != null && entries.isEmpty();
  }

  /** The code of a cluster, or -1. */
  int find(Cluster cluster) {
    Integer code = codes.get(cluster);
    if (code != null) {
      return code;
    }
    return base == null ? -1 : base.find(cluster);
  }

  /** The code of a cluster, which is added if need be. */
  int code(Cluster cluster) {
    int known = find(cluster);
    if (known >= 0) {
      return known;
    }
    int code = size();
    codes.put(cluster, code);
    boolean own = cluster.plain() && outline(cluster.glyph(0)) < 0;
    entries.add(new Entry(cluster, own ? cluster.glyph(0) : -1));
    if (own) {
      outlines.put(cluster.glyph(0), code);
      addParts(cluster.glyph(0));
    } else {
      for (int i = 0; i < cluster.size(); i++) {
        addOutline(cluster.glyph(i));
      }
    }
    return code;
  }

  /** The number, here, of a glyph of the source font, or -1. */
  int outline(int source) {
    Integer glyph = outlines.get(source);
    if (glyph != null) {
      return glyph;
    }
    return base == null ? -1 : base.outline(source);
  }

  /** The cluster of a glyph, or null where it is only a part of others. */
  @Nullable Cluster cluster(int glyph) {
    return entry(glyph).cluster;
  }

  /** The glyph of the source font that a glyph is a copy of, or -1 where it is composed. */
  int source(int glyph) {
    return entry(glyph).source;
  }

  private Entry entry(int glyph) {
    if (glyph < first && base != null) {
      return base.entry(glyph);
    }
    return entries.get(glyph - first);
  }

  private void addOutline(int source) {
    if (outline(source) < 0) {
      outlines.put(source, size());
      entries.add(new Entry(null, source));
      addParts(source);
    }
  }

  private void addParts(int source) {
    ByteBuffer outline = ByteBuffer.wrap(face.glyphs().outline(source));
    for (int part : CompositeGlyph.parts(outline)) {
      addOutline(outline.getShort(part + 2) & 0xffff);
    }
  }
}
