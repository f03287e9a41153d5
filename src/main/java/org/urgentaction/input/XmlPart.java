package org.urgentaction.input;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part of an Office file (ISO/IEC 29500-2), read within limits: of what it unpacks to, and
 * of each piece between two tags. Declarations, comments and CDATA, which office programs do not
 * write, are refused.
 */
public final class XmlPart implements Closeable {
  private final XMLStreamReader xml;
  private final Reader text;

  /** What unpacks to more than any honest file. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * How much a part may hold.
   *
   * @param largest characters that the part may unpack to
   * @param longestPiece characters from one tag to the next
   */
  public record Limits(long largest, int longestPiece) {}

  /** Counts the characters as they are unpacked. */
  private static final class LimitedReader extends FilterReader {
    private final Limits limits;
    private long total;
    private int sinceTag;
    private boolean tag;

    LimitedReader(Reader text, Limits limits) {
      super(text);
      this.limits = limits;
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
          throw new ZipException("markup that no office program writes");
        }
        tag = buffer[i] == '<';
        sinceTag = tag ? 0 : sinceTag + 1;
        if (sinceTag > limits.longestPiece) {
          throw new TooLargeException();
        }
      }
      if (total > limits.largest) {
        throw new TooLargeException();
      }
      return read;
    }
  }

  private XmlPart(XMLStreamReader xml, Reader text) {
    this.xml = xml;
    this.text = text;
  }

  /**
   * A part by its name.
   *
   * @throws ZipException where the file has no such part or is damaged
   * @throws TooLargeException here or in the cause of a later {@link XMLStreamException}
   */
  public static XmlPart open(ZipFile zip, String name, Limits limits)
      throws IOException, XMLStreamException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new ZipException("no " + name);
    }
    return open(zip, entry, limits);
  }

  public static XmlPart open(ZipFile zip, ZipEntry entry, Limits limits)
      throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Reader text =
        new LimitedReader(
            new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8), limits);
    return new XmlPart(factory.createXMLStreamReader(text), text);
  }

  public XMLStreamReader xml() {
    return xml;
  }

  /** An attribute of the present element, whatever its namespace. */
  public @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
