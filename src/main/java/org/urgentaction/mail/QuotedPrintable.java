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

  private byte[] out;
  private int length;
  private int column;

  private QuotedPrintable(int room) {
    this.out = new byte[room];
  }

  /** The encoded text; any line end becomes CRLF. */
  static byte[] encode(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    QuotedPrintable encoder = new QuotedPrintable(bytes.length + bytes.length / 8 + 64);
    for (int i = 0; i < bytes.length; i++) {
      int next = i + 1 < bytes.length ? bytes[i + 1] : '\n';
      boolean lineEnds = next == '\r' || next == '\n';
      encoder.ensure();
      int b = bytes[i] & 0xff;
      if (b == '\r' || b == '\n') {
        if (b == '\r' && i + 1 < bytes.length && next == '\n') {
          i++;
        }
        encoder.lineEnd();
      } else if (b < ' ' || b >= 127 || b == '=' || (b == ' ' && lineEnds)) {
        encoder.escaped(b);
      } else {
        encoder.plain(b);
      }
    }
    return Arrays.copyOf(encoder.out, encoder.length);
  }

  /** Room for the longest that one byte can become: a soft break and three characters. */
  private void ensure() {
    if (out.length - length < 6) {
      out = Arrays.copyOf(out, out.length * 2);
    }
  }

  private void plain(int b) {
    advance(1);
    out[length++] = (byte) b;
  }

  private void escaped(int b) {
    advance(3);
    out[length++] = '=';
    out[length++] = HEX[b >> 4];
    out[length++] = HEX[b & 15];
  }

  private void advance(int characters) {
    column += characters;
    if (column > LONGEST_LINE) {
      out[length++] = '=';
      lineEnd();
      column = characters;
    }
  }

  private void lineEnd() {
    out[length++] = '\r';
    out[length++] = '\n';
    column = 0;
  }
}
