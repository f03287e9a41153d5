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
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      int next = i + 1 < bytes.length ? bytes[i + 1] : '\n';
      if (b == '\r' || b == '\n') {
        if (b == '\r' && next == '\n' && i + 1 < bytes.length) {
          i++;
        }
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
        continue;
      }
      boolean plain =
          b >= ' ' && b < 127 && b != '=' && (b != ' ' || (next != '\r' && next != '\n'));
      int width = plain ? 1 : 3;
      if (column + width > LONGEST_LINE) {
        out[length++] = '=';
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
      }
      column += width;
      if (plain) {
        out[length++] = (byte) b;
      } else {
        out[length++] = '=';
        out[length++] = HEX[b >> 4];
        out[length++] = HEX[b & 15];
      }
    }
    return Arrays.copyOf(out, length);
  }
}
