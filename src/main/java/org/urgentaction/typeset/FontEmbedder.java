package org.urgentaction.typeset;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Writes an embedded font as a composite font whose codes are its glyphs (ISO 32000-1, 9.7). */
final class FontEmbedder {
  private static final int SYMBOLIC = 4;

  private final PDDocument file;

  FontEmbedder(PDDocument file) {
    this.file = file;
  }

  COSDictionary embed(EmbeddedFont font) {
    COSName name = Cos.name(font.name());
    COSDictionary descendant = Cos.dictionary(COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setItem(COSName.BASE_FONT, name);
    descendant.setItem(COSName.CIDSYSTEMINFO, systemInfo());
    descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
    descendant.setItem(COSName.FONT_DESC, descriptor(font, name));
    descendant.setItem(COSName.W, widths(font));
    COSDictionary composite = Cos.dictionary(COSName.FONT);
    composite.setItem(COSName.SUBTYPE, COSName.TYPE0);
    composite.setItem(COSName.BASE_FONT, name);
    composite.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    composite.setItem(COSName.DESCENDANT_FONTS, Cos.array(descendant));
    composite.setItem(COSName.TO_UNICODE, Cos.compressed(stream(), font.toUnicode()));
    return composite;
  }

  private static COSDictionary systemInfo() {
    COSDictionary info = new COSDictionary();
    info.setString(COSName.REGISTRY, "Adobe");
    info.setString(COSName.ORDERING, "Identity");
    info.setInt(COSName.SUPPLEMENT, 0);
    return info;
  }

  private COSDictionary descriptor(EmbeddedFont font, COSName name) {
    Typeface.Metrics metrics = font.face().metrics();
    Area box = metrics.box();
    COSDictionary descriptor = Cos.dictionary(COSName.FONT_DESC);
    descriptor.setItem(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, SYMBOLIC);
    descriptor.setItem(
        COSName.FONT_BBOX, Cos.integers(box.left(), box.bottom(), box.right(), box.top()));
    descriptor.setInt(COSName.ITALIC_ANGLE, metrics.italicAngle());
    descriptor.setInt(COSName.ASCENT, metrics.ascent());
    descriptor.setInt(COSName.DESCENT, metrics.descent());
    descriptor.setInt(COSName.CAP_HEIGHT, metrics.capHeight());
    descriptor.setInt(COSName.STEM_V, metrics.bold() ? 120 : 80);
    COSStream fontFile = Cos.compressed(stream(), font.file());
    fontFile.setInt(COSName.LENGTH1, font.fileLength());
    descriptor.setItem(COSName.FONT_FILE2, fontFile);
    return descriptor;
  }

  private static COSArray widths(EmbeddedFont font) {
    return Cos.array(COSInteger.ZERO, Cos.integers(font.widths()));
  }

  private COSStream stream() {
    return file.getDocument().createCOSStream();
  }
}
