package org.urgentaction.typeset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A subset of a typeface as a PDF embeds it. */
final class EmbeddedFont {
  private static final int TAG = 6;
  private static final int MOST_MAPPINGS = 100;

  private static final String CMAP_START =
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange
      """;
  private static final String CMAP_END =
      "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n";

  private final Typeface face;
  private final String name;
  private final byte[] file;
  private final int fileLength;
  private final byte[] toUnicode;
  private final byte[] widths;

  /**
   * @param name with the tag of its subset (ISO 32000-1, 9.6.4)
   * @param file compressed
   * @param fileLength before compression
   * @param toUnicode compressed
   * @param widths of the codes from 0, in thousandths of an em
   */
  private EmbeddedFont(
      Typeface face, String name, byte[] file, int fileLength, byte[] toUnicode, byte[] widths) {
    this.face = face;
    this.name = name;
    this.file = file;
    this.fileLength = fileLength;
    this.toUnicode = toUnicode;
    this.widths = widths;
  }

  static EmbeddedFont of(GlyphSubset subset) {
    SubsetFontFile file = new SubsetFontFile(subset);
    byte[] bytes = file.bytes();
    byte[] toUnicode = toUnicode(subset);
    ContentStream widths = new ContentStream(4 * subset.size());
    for (int glyph = 0; glyph < subset.size(); glyph++) {
      widths.number(subset.face().thousandths(file.advance(glyph))).text(" ");
    }
    return new EmbeddedFont(
        subset.face(),
        tag(bytes, toUnicode) + "+" + subset.face().name(),
        Flate.compress(bytes),
        bytes.length,
        Flate.compress(toUnicode),
        widths.toByteArray());
  }

  private static String tag(byte[] file, byte[] toUnicode) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file);
      byte[] hash = digest.digest(toUnicode);
      StringBuilder tag = new StringBuilder();
      for (int i = 0; i < TAG; i++) {
        tag.append((char) ('A' + (hash[i] & 0xff) % 26));
      }
      return tag.toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** What each code stands for (Adobe Technical Note 5411). */
  private static byte[] toUnicode(GlyphSubset subset) {
    ContentStream map = new ContentStream(1 << 13).text(CMAP_START);
    ContentStream mappings = new ContentStream(1 << 11);
    int count = 0;
    for (int glyph = 0; glyph < subset.size(); glyph++) {
      Cluster cluster = subset.cluster(glyph);
      if (cluster != null) {
        mappings.text("<").hex(glyph).text("><");
        cluster.text().chars().forEach(mappings::hex);
        mappings.text(">\n");
        count++;
      }
      if (count == MOST_MAPPINGS || (glyph == subset.size() - 1 && count > 0)) {
        map.number(count).text(" beginbfchar\n").append(mappings).text("endbfchar\n");
        mappings.clear();
        count = 0;
      }
    }
    return map.text(CMAP_END).toByteArray();
  }

  Typeface face() {
    return face;
  }

  String name() {
    return name;
  }

  byte[] file() {
    return file;
  }

  int fileLength() {
    return fileLength;
  }

  byte[] toUnicode() {
    return toUnicode;
  }

  /** As the entry W has them. */
  byte[] widths() {
    return widths;
  }
}
