package org.urgentaction.typeset;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/** The FlateDecode filter of PDF (RFC 1950), the writing side, stream after stream. */
final class Flate implements AutoCloseable {
  /** Half the work of the usual level, for a letter that is 2 % larger. */
  private static final int LEVEL = 4;

  private static final int HEADER = 0x785E;

  /** The last block of a stream, of no bytes. */
  private static final int LAST_BLOCK = 0x0300;

  private final SharedParts shared;
  private final Deflater deflater = new Deflater(LEVEL, true);
  private final Adler32 checksum = new Adler32();
  private byte[] out = new byte[1 << 14];
  private int length;

  Flate(SharedParts shared) {
    this.shared = shared;
  }

  static byte[] compress(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      byte[] out = new byte[bytes.length / 2 + 64];
      int length = 0;
      while (!deflater.finished()) {
        if (length == out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        length += deflater.deflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }

  /**
   * Compresses a stream.
   *
   * @param turns where in it what it alone has and what others have too take turns, its own first
   */
  void compress(ContentStream stream, List<Integer> turns, ContentStream.Sink sink)
      throws IOException {
    length = 0;
    put(HEADER);
    stream.to(
        (bytes, size) -> {
          int from = 0;
          boolean common = false;
          for (int turn : turns) {
            part(bytes, from, turn, common);
            from = turn;
            common = !common;
          }
          part(bytes, from, size, common);
          put(LAST_BLOCK);
          checksum.reset();
          checksum.update(bytes, 0, size);
        });
    put((int) (checksum.getValue() >> 16));
    put((int) checksum.getValue());
    sink.take(out, length);
  }

  @Override
  public void close() {
    deflater.end();
  }

  private void part(byte[] bytes, int from, int to, boolean common) {
    if (from == to) {
      return;
    }
    if (common) {
      byte[] part = shared.compressed(bytes, from, to);
      reserve(part.length);
      System.arraycopy(part, 0, out, length, part.length);
      length += part.length;
      return;
    }
    deflater.reset();
    deflater.setInput(bytes, from, to - from);
    while (true) {
      length += deflater.deflate(out, length, out.length - length, Deflater.SYNC_FLUSH);
      if (length < out.length) {
        return;
      }
      reserve(out.length);
    }
  }

  /** Two bytes. */
  private void put(int value) {
    reserve(2);
    out[length++] = (byte) (value >> 8);
    out[length++] = (byte) value;
  }

  private void reserve(int more) {
    if (length + more > out.length) {
      out = Arrays.copyOf(out, Math.max(2 * out.length, length + more));
    }
  }
}
