package org.urgentaction.typeset;

import java.io.IOException;

/** Writes an embedded font as a composite font whose codes are its glyphs (ISO 32000-1, 9.7). */
final class FontEmbedder {
  private final PdfFile file;

  FontEmbedder(PdfFile file) {
    this.file = file;
  }

  /** Returns the font's number. */
  int embed(EmbeddedFont font) throws IOException {
    int descriptor = file.add(descriptor(font));
    ContentStream descendant = new ContentStream(1 << 11);
    descendant.text("<</Type/Font/Subtype/CIDFontType2/BaseFont/").text(font.name());
    descendant.text("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    descendant.text("/CIDToGIDMap/Identity/FontDescriptor").reference(descriptor).text("/W[0[");
    int cidFont = file.add(descendant.bytes(font.widths()).text("]]>>"));
    ContentStream composite = new ContentStream(200);
    composite.text("<</Type/Font/Subtype/Type0/BaseFont/").text(font.name());
    composite.text("/Encoding/Identity-H/DescendantFonts[").reference(cidFont).text("]/ToUnicode");
    composite.reference(file.addDeflated(new ContentStream(32), font.toUnicode()));
    return file.add(composite.text(">>"));
  }

  private ContentStream descriptor(EmbeddedFont font) throws IOException {
    Typeface.Metrics metrics = font.face().metrics();
    Area box = metrics.box();
    ContentStream descriptor = new ContentStream(250);
    descriptor.text("<</Type/FontDescriptor/FontName/").text(font.name());
    descriptor.text("/Flags 4/FontBBox[").number(box.left()).text(" ").number(box.bottom());
    descriptor.text(" ").number(box.right()).text(" ").number(box.top());
    descriptor.text("]/ItalicAngle ").number(metrics.italicAngle());
    descriptor.text("/Ascent ").number(metrics.ascent());
    descriptor.text("/Descent ").number(metrics.descent());
    descriptor.text("/CapHeight ").number(metrics.capHeight());
    descriptor.text("/StemV ").number(metrics.bold() ? 120 : 80);
    ContentStream entries = new ContentStream(32).text("/Length1 ").number(font.fileLength());
    int fontFile = file.addDeflated(entries, font.file());
    return descriptor.text("/FontFile2").reference(fontFile).text(">>");
  }
}
