package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Bytes in pieces, to be put together once: a stream that grows copies a message several times. */
final class Pieces {
  private static final int BASE64_LINE = 76; // RFC 2045 section 6.8
  private static final byte[] LINE_END = {'\r', '\n'};

  private final List<Piece> pieces = new ArrayList<>();
  private int length;
  private boolean dotted;

  /** Not copied until all are joined. */
  void add(byte[] bytes) {
    dotted |= beginsLineWithDot(bytes);
    add(new Piece(bytes, Math.max(1, bytes.length)));
  }

  /** Base64, which has no dots, to be broken into lines, of which the last is not ended. */
  void addBase64(byte[] bytes) {
    add(new Piece(bytes, BASE64_LINE));
  }

  private void add(Piece piece) {
    pieces.add(piece);
    length += piece.length();
  }

  /** Whether a line may begin with a dot. */
  boolean dotted() {
    return dotted;
  }

  private static boolean beginsLineWithDot(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '.' && (i == 0 || bytes[i - 1] == '\n')) {
        return true;
      }
    }
    return false;
  }

  void line(String line) {
    add(line.getBytes(UTF_8));
    endLine();
  }

  void endLine() {
    add(LINE_END);
  }

  byte[] joined() {
    byte[] joined = new byte[length];
    int at = 0;
    for (Piece piece : pieces) {
      at = piece.copyTo(joined, at);
    }
    return joined;
  }

  private static final class Piece {
    private final byte[] bytes;
    private final int lineLength;

    Piece(byte[] bytes, int lineLength) {
      this.bytes = bytes;
      this.lineLength = lineLength;
    }

    int length() {
      int breaks = Math.max(0, bytes.length - 1) / lineLength;
      return bytes.length + breaks * LINE_END.length;
    }

    /** Returns where it ends. */
    int copyTo(byte[] target, int start) {
      int at = start;
      for (int from = 0; from < bytes.length; from += lineLength) {
        if (from > 0) {
          target[at++] = '\r';
          target[at++] = '\n';
        }
        int length = Math.min(lineLength, bytes.length - from);
        System.arraycopy(bytes, from, target, at, length);
        at += length;
      }
      return at;
    }
  }
}
