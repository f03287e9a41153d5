package org.urgentaction.typeset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** A subset of a typeface as a PDF embeds it. */
final class EmbeddedFont {
  private static final int TAG = 6;
  private static final int MOST_MAPPINGS = 100;

  private final Typeface face;
  private final String name;
  private final byte[] file;
  private final int fileLength;
  private final byte[] toUnicode;
  private final int[] widths;

  /**
   * @param name with the tag of its subset (ISO 32000-1, 9.6.4)
   * @param file compressed
   * @param fileLength before compression
   * @param toUnicode compressed
   * @param widths of the codes from 0, in thousandths of an em
   */
  private EmbeddedFont(
      Typeface face, String name, byte[] file, int fileLength, byte[] toUnicode, int[] widths) {
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
    byte[] toUnicode = toUnicode(subset).getBytes(StandardCharsets.US_ASCII);
    int[] widths = new int[subset.size()];
    for (int glyph = 0; glyph < widths.length; glyph++) {
      widths[glyph] = subset.face().thousandths(file.advance(glyph));
    }
    return new EmbeddedFont(
        subset.face(),
        tag(bytes, toUnicode) + "+" + subset.face().name(),
        Flate.compress(bytes),
        bytes.length,
        Flate.compress(toUnicode),
        widths);
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
  private static String toUnicode(GlyphSubset subset) {
    StringBuilder map =
        new StringBuilder(
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
            """);
    StringBuilder mappings = new StringBuilder();
    int count = 0;
    for (int glyph = 0; glyph < subset.size(); glyph++) {
      Cluster cluster = subset.cluster(glyph);
      if (cluster != null) {
        mappings.append(String.format(Locale.ROOT, "<%04X><", glyph));
        for (char unit : cluster.text().toCharArray()) {
          mappings.append(String.format(Locale.ROOT, "%04X", (int) unit));
        }
        mappings.append(">\n");
        count++;
      }
      if (count == MOST_MAPPINGS || (glyph == subset.size() - 1 && count > 0)) {
        map.append(count).append(" beginbfchar\n").append(mappings).append("endbfchar\n");
        mappings.setLength(0);
        count = 0;
      }
    }
    return map.append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
        .toString();
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

  int[] widths() {
    return widths;
  }
}
