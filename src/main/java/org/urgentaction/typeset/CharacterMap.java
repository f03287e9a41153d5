package org.urgentaction.typeset;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The glyph that a font has for each character by itself: its Unicode cmap of format 12 or 4
 * (OpenType 1.9). Read as it stands, since a letter begins with it and a font has many tables.
 */
final class CharacterMap {
  private static final int WINDOWS = 3;
  private static final int BASIC_PLANE = 1;
  private static final int ALL_PLANES = 10;

  private int[] firsts = new int[256];
  private int[] lasts = new int[256];
  private int[] glyphs = new int[256];
  private int count;

  CharacterMap(ByteBuffer cmap) {
    int all = subtable(cmap, ALL_PLANES);
    int basic = subtable(cmap, BASIC_PLANE);
    if (all > 0 && cmap.getShort(all) == 12) {
      readGroups(cmap, all);
    } else if (basic > 0 && cmap.getShort(basic) == 4) {
      readSegments(cmap, basic);
    }
  }

  /** 0 for a character that the font lacks. */
  int glyph(int point) {
    int place = Arrays.binarySearch(firsts, 0, count, point);
    int range = place >= 0 ? place : -place - 2;
    return range < 0 || point > lasts[range] ? 0 : glyphs[range] + point - firsts[range];
  }

  private static int subtable(ByteBuffer cmap, int encoding) {
    int tables = cmap.getShort(2);
    for (int record = 4; record < 4 + 8 * tables; record += 8) {
      if (cmap.getShort(record) == WINDOWS && cmap.getShort(record + 2) == encoding) {
        return cmap.getInt(record + 4);
      }
    }
    return 0;
  }

  private void readGroups(ByteBuffer cmap, int table) {
    int groups = cmap.getInt(table + 12);
    for (int group = table + 16; group < table + 16 + 12 * groups; group += 12) {
      add(cmap.getInt(group), cmap.getInt(group + 4), cmap.getInt(group + 8));
    }
  }

  private void readSegments(ByteBuffer cmap, int table) {
    int twice = cmap.getShort(table + 6) & 0xffff;
    for (int end = table + 14; end < table + 14 + twice; end += 2) {
      int start = end + twice + 2;
      int last = cmap.getShort(end) & 0xffff;
      int delta = cmap.getShort(start + twice);
      int place = start + 2 * twice;
      int offset = cmap.getShort(place) & 0xffff;
      int first = cmap.getShort(start) & 0xffff;
      for (int point = first; point <= last && point < 0xffff; point++) {
        int listed = offset == 0 ? point : cmap.getShort(place + offset + 2 * (point - first));
        if (offset == 0 || listed != 0) {
          add(point, point, (listed + delta) & 0xffff);
        }
      }
    }
  }

  private void add(int first, int last, int glyph) {
    int before = count - 1;
    if (before >= 0
        && first == lasts[before] + 1
        && glyph == glyphs[before] + first - firsts[before]) {
      lasts[before] = last;
      return;
    }
    if (count == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * count);
      lasts = Arrays.copyOf(lasts, 2 * count);
      glyphs = Arrays.copyOf(glyphs, 2 * count);
    }
    firsts[count] = first;
    lasts[count] = last;
    glyphs[count++] = glyph;
  }
}
