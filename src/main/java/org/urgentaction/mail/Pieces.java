package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Bytes in pieces, to be put together once: a stream that grows copies a message several times. */
final class Pieces {
  private static final byte[] LINE_END = {'\r', '\n'};

  private final List<byte[]> pieces = new ArrayList<>();
  private int length;

  /** Not copied until all are joined. */
  void add(byte[] piece) {
    pieces.add(piece);
    length += piece.length;
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
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }
}
