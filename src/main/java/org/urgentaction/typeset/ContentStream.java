package org.urgentaction.typeset;

import java.io.IOException;
import java.util.Arrays;

/** Bytes of a page's content or of an object of a PDF file, as they are being written. */
final class ContentStream {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  /** Takes bytes, which it must not keep. */
  interface Sink {
    void take(byte[] bytes, int length) throws IOException;
  }

  private byte[] bytes;
  private int length;

  ContentStream(int capacity) {
    bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Appends ASCII. */
  ContentStream text(String ascii) {
    int count = ascii.length();
    reserve(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
    return this;
  }

  ContentStream bytes(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  ContentStream append(ContentStream more) {
    reserve(more.length);
    System.arraycopy(more.bytes, 0, bytes, length, more.length);
    length += more.length;
    return this;
  }

  /** Appends the low eight bits of a value. */
  ContentStream octet(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  /** Hands the bytes over without copying them. */
  void to(Sink sink) throws IOException {
    sink.take(bytes, length);
  }

  /** Makes it empty, to be used again. */
  void clear() {
    length = 0;
  }

  /** Appends a glyph's code as two bytes of a literal string (ISO 32000-1, 7.3.4.2). */
  ContentStream code(int code) {
    return literal(code >> 8).literal(code);
  }

  private ContentStream literal(int value) {
    int octet = value & 0xff;
    if (octet == '(' || octet == ')' || octet == '\\') {
      return octet('\\').octet(octet);
    }
    return octet == '\r' ? octet('\\').octet('r') : octet(octet);
  }

  /** Appends four hexadecimal digits. */
  ContentStream hex(int code) {
    reserve(4);
    bytes[length++] = HEX[(code >> 12) & 15];
    bytes[length++] = HEX[(code >> 8) & 15];
    bytes[length++] = HEX[(code >> 4) & 15];
    bytes[length++] = HEX[code & 15];
    return this;
  }

  ContentStream number(int value) {
    reserve(11);
    if (value < 0) {
      bytes[length++] = '-';
      value = -value;
    }
    int divisor = 1;
    while (value / divisor >= 10) {
      divisor *= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      bytes[length++] = (byte) ('0' + value / divisor % 10);
    }
    return this;
  }

  /** Appends hundredths of a point as points, and a space. */
  ContentStream points(int hundredths) {
    if (hundredths < 0) {
      text("-");
      hundredths = -hundredths;
    }
    number(hundredths / 100);
    int fraction = hundredths % 100;
    if (fraction != 0) {
      reserve(3);
      bytes[length++] = '.';
      bytes[length++] = (byte) ('0' + fraction / 10);
      if (fraction % 10 != 0) {
        bytes[length++] = (byte) ('0' + fraction % 10);
      }
    }
    return text(" ");
  }

  /** Appends a reference to an object of the file. */
  ContentStream reference(int object) {
    return text(" ").number(object).text(" 0 R");
  }

  /** Appends a text string (ISO 32000-1, 7.9.2.2). */
  ContentStream string(String words) {
    if (words.chars().allMatch(unit -> unit >= ' ' && unit < 0x7F)) {
      String escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
      return text("(").text(escaped).text(")");
    }
    text("<FEFF");
    words.chars().forEach(this::hex);
    return text(">");
  }

  /** Appends a rectangle in hundredths of a point. */
  ContentStream rectangle(Area area) {
    text("[").points(area.left()).points(area.bottom()).points(area.right());
    return points(area.top()).text("]");
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
