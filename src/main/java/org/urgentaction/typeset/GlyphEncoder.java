package org.urgentaction.typeset;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Writes the words of one letter as codes of its fonts, and keeps account of the glyphs it needs
 * beyond those in stock. Its codes depend on the stock and on this letter's words alone.
 */
final class GlyphEncoder {
  private final GlyphStock stock;
  private final Map<Integer, GlyphSubset> own = new TreeMap<>();
  private final Map<Integer, Typeface> used = new TreeMap<>();

  GlyphEncoder(GlyphStock stock) {
    this.stock = stock;
  }

  /** Appends a word as elements of the array that a TJ operator shows. */
  void show(ContentStream out, ShapedWord word) {
    used.putIfAbsent(word.face().slot(), word.face());
    byte[] known = stock.encoded(word);
    out.bytes(known.length > 0 ? known : operand(word, subset(word.face())::code));
  }

  /** Takes note of the typefaces of lines that were written before. */
  void use(Iterable<Typeface> faces) {
    for (Typeface face : faces) {
      used.putIfAbsent(face.slot(), face);
    }
  }

  /** The fonts to embed, by the slot of their typefaces. */
  Map<Integer, EmbeddedFont> fonts() {
    Map<Integer, EmbeddedFont> fonts = new TreeMap<>();
    used.forEach((slot, face) -> fonts.put(slot, stock.embedded(subset(face))));
    return fonts;
  }

  private GlyphSubset subset(Typeface face) {
    return own.computeIfAbsent(face.slot(), slot -> stock.startOf(face));
  }

  static byte[] operand(ShapedWord word, ToIntFunction<Cluster> codes) {
    ContentStream out = new ContentStream(8 * word.size() + 8);
    int pen = 0;
    boolean open = false;
    for (int i = 0; i < word.size(); i++) {
      Cluster cluster = word.cluster(i);
      if (word.start(i) != pen) {
        out.text(open ? ")" : "").number(pen - word.start(i));
        open = false;
      }
      out.text(open ? "" : "(").code(codes.applyAsInt(cluster));
      open = true;
      pen = word.start(i) + word.face().thousandths(cluster.advance());
    }
    out.text(open ? ")" : "");
    if (pen != word.ownWidth()) {
      out.number(pen - word.ownWidth());
    }
    return out.toByteArray();
  }
}
