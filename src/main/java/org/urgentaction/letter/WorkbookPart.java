package org.urgentaction.letter;

import java.io.Closeable;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.urgentaction.input.XmlPart;

/** One XML part of a workbook, with what its cells hold as text. */
final class WorkbookPart implements Closeable {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private static final XmlPart.Limits LIMITS =
      new XmlPart.Limits(500L << 20, TableRows.LONGEST_ROW);

  private final XmlPart part;

  private WorkbookPart(XmlPart part) {
    this.part = part;
  }

  static WorkbookPart open(ZipFile zip, String name) throws IOException, XMLStreamException {
    return new WorkbookPart(XmlPart.open(zip, name, LIMITS));
  }

  static WorkbookPart open(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
    return new WorkbookPart(XmlPart.open(zip, entry, LIMITS));
  }

  XMLStreamReader xml() {
    return part.xml();
  }

  @Nullable String attribute(String name) {
    return part.attribute(name);
  }

  /**
   * The text of the present element's {@code t} elements up to its end, without those of how to say
   * it ({@code rPh}).
   */
  String richText(String element) throws XMLStreamException, XmlPart.TooLargeException {
    StringBuilder all = new StringBuilder();
    boolean inText = false;
    int phonetic = 0;
    while (true) {
      int event = part.xml().next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        phonetic += part.xml().getLocalName().equals("rPh") ? 1 : 0;
        inText = part.xml().getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (part.xml().getLocalName().equals(element)) {
          return unescaped(all.toString());
        }
        phonetic -= part.xml().getLocalName().equals("rPh") ? 1 : 0;
        inText = false;
      } else if (inText && phonetic == 0) {
        append(all);
      }
    }
  }

  /** Adds the present event's characters, as far as a cell may be long. */
  void append(StringBuilder cell) throws XmlPart.TooLargeException {
    if (part.xml().hasText()) {
      cell.append(
          part.xml().getTextCharacters(), part.xml().getTextStart(), part.xml().getTextLength());
      if (cell.length() > TableRows.LONGEST_ROW) {
        throw new XmlPart.TooLargeException();
      }
    }
  }

  /** Characters that XML cannot hold stand as {@code _x000D_} (ST_Xstring). */
  private static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPE
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
