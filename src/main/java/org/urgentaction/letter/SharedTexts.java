package org.urgentaction.letter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.urgentaction.input.XmlPart;

/** The texts that a workbook's cells share, kept as bytes: a tenth of what objects would take. */
final class SharedTexts {
  private static final String PART = "xl/sharedStrings.xml";
  private static final int MOST_BYTES = 96 << 20;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  private SharedTexts() {}

  /** Those of a workbook; none where it has no such part. */
  static SharedTexts of(ZipFile zip) throws IOException, XMLStreamException {
    SharedTexts texts = new SharedTexts();
    if (zip.getEntry(PART) != null) {
      try (WorkbookPart part = WorkbookPart.open(zip, PART)) {
        while (part.xml().hasNext()) {
          if (part.xml().next() == XMLStreamConstants.START_ELEMENT
              && part.xml().getLocalName().equals("si")) {
            texts.add(part.richText("si"));
          }
        }
      }
    }
    return texts;
  }

  private void add(String text) throws IOException {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int start = count == 0 ? 0 : ends[count - 1];
    int end = start + added.length;
    if (end > MOST_BYTES) {
      throw new XmlPart.TooLargeException();
    }
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + bytes.length / 2));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count + count / 2);
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    ends[count++] = end;
  }

  /** The text of an index from 0, empty where there is none. */
  String get(int index) {
    if (index < 0 || index >= count) {
      return "";
    }
    int start = index == 0 ? 0 : ends[index - 1];
    return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
  }
}
