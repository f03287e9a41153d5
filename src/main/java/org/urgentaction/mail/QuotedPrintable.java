package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Text in UTF-8 as quoted-printable (RFC 2045 section 6.7), byte for byte as the mail library has
 * it: that one goes through several streams for each byte, which took a third of a message's time.
 */
final class QuotedPrintable {
  private static final int LONGEST_LINE = 75; // and the "=" of a soft break
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private QuotedPrintable() {}

  /** The encoded text; any line end becomes CRLF. */
  static byte[] encode(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    // Three for each byte at the most, and three more for a soft break after 25 of these.
    byte[] out = new byte[3 * bytes.length + bytes.length / 8 + 8];
    int length = 0;
    int column = 0;
    int i = 0;
    while (i < bytes.length) {
      int end = endOfPlain(bytes, i, Math.min(bytes.length, i + LONGEST_LINE - column));
      int b = bytes[i] & 0xff;
      if (end > i) {
        System.arraycopy(bytes, i, out, length, end - i);
        length += end - i;
        column += end - i;
        i = end;
      } else if (b == '\r' || b == '\n') {
        i += b == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n' ? 2 : 1;
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
      } else if (column + 3 > LONGEST_LINE) {
        out[length++] = '=';
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
      } else {
        out[length++] = '=';
        out[length++] = HEX[b >> 4];
        out[length++] = HEX[b & 15];
        column += 3;
        i++;
      }
    }
    return Arrays.copyOf(out, length);
  }

  /** Where that ends which may stand for itself, a space not last in a line. */
  private static int endOfPlain(byte[] bytes, int from, int most) {
    int end = from;
    while (end < most && bytes[end] >= ' ' && bytes[end] < 127 && bytes[end] != '=') {
      end++;
    }
    boolean last = end == bytes.length || bytes[end] == '\r' || bytes[end] == '\n';
    return last && end > from && bytes[end - 1] == ' ' ? end - 1 : end;
  }
}
