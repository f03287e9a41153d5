package org.urgentaction.letter;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of a workbook, read within limits: of what it unpacks to, and of each piece between
 * two tags. Declarations, comments and CDATA, which spreadsheets do not write, are refused.
 */
final class WorkbookPart implements Closeable {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final XMLStreamReader xml;
  private final Reader text;

  /** What is larger than any list. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts the characters as they are unpacked. */
  private static final class Limits extends FilterReader {
    private static final long LARGEST = 500L << 20;

    private long total;
    private int sinceTag;
    private boolean tag;

    Limits(Reader text) {
      super(text);
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      total += Math.max(read, 0);
      for (int i = offset; i < offset + read; i++) {
        if (tag && buffer[i] == '!') {
          throw new ZipException("markup that no spreadsheet writes");
        }
        tag = buffer[i] == '<';
        sinceTag = tag ? 0 : sinceTag + 1;
        if (sinceTag > TableRows.LONGEST_ROW) {
          throw new TooLargeException();
        }
      }
      if (total > LARGEST) {
        throw new TooLargeException();
      }
      return read;
    }
  }

  private WorkbookPart(XMLStreamReader xml, Reader text) {
    this.xml = xml;
    this.text = text;
  }

  static WorkbookPart open(ZipFile zip, String name) throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("no " + name);
    }
    return open(zip, entry);
  }

  static WorkbookPart open(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Reader text =
        new Limits(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    return new WorkbookPart(factory.createXMLStreamReader(text), text);
  }

  XMLStreamReader xml() {
    return xml;
  }

  /** An attribute of the present element, whatever its namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /**
   * The text of the present element's {@code t} elements up to its end, without those of how to say
   * it ({@code rPh}).
   */
  String richText(String element) throws XMLStreamException, TooLargeException {
    StringBuilder all = new StringBuilder();
    boolean inText = false;
    int phonetic = 0;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
        inText = xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (xml.getLocalName().equals(element)) {
          return unescaped(all.toString());
        }
        phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
        inText = false;
      } else if (inText && phonetic == 0) {
        append(all);
      }
    }
  }

  /** Adds the present event's characters, as far as a cell may be long. */
  void append(StringBuilder cell) throws TooLargeException {
    if (xml.hasText()) {
      cell.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      if (cell.length() > TableRows.LONGEST_ROW) {
        throw new TooLargeException();
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
    text.close();
  }
}
