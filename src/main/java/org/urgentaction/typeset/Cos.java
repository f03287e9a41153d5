package org.urgentaction.typeset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Makes the objects that a PDF file is made of. */
final class Cos {
  private Cos() {}

  /** A dictionary of a type, or without one where that is null. */
  static COSDictionary dictionary(COSName type) {
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.TYPE, type);
    return dictionary;
  }

  static COSArray array(COSBase... items) {
    COSArray array = new COSArray();
    for (COSBase item : items) {
      array.add(item);
    }
    return array;
  }

  /** A rectangle in hundredths of a point as one in points. */
  static COSArray points(Area area) {
    return array(
        new COSFloat(area.left() / 100f),
        new COSFloat(area.bottom() / 100f),
        new COSFloat(area.right() / 100f),
        new COSFloat(area.top() / 100f));
  }

  static COSArray integers(int... values) {
    COSArray array = new COSArray();
    for (int value : values) {
      array.add(COSInteger.get(value));
    }
    return array;
  }

  /** Gives a stream its bytes, which are compressed already. */
  static COSStream compressed(COSStream stream, byte[] bytes) {
    stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
    return plain(stream, bytes);
  }

  /** Gives a stream its bytes as they are. */
  static COSStream plain(COSStream stream, byte[] bytes) {
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written to", impossible);
    }
    return stream;
  }

  static COSName name(String name) {
    return COSName.getPDFName(name);
  }

  static String tag(Locale language) {
    return language.toLanguageTag();
  }
}
