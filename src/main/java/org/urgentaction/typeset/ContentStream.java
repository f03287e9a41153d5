package org.urgentaction.typeset;

import java.util.Arrays;

/** Bytes of a page's content, or of a part of it, as they are being written. */
final class ContentStream {
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

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

  /** Appends the four hexadecimal digits of a glyph's code. */
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

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
