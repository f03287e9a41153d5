package org.urgentaction.typeset;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Parts of streams that letters have in common, compressed once. A part is compressed by itself, so
 * that its bytes are the same whether they were kept or not. Safe for use by several threads.
 */
final class SharedParts {
  private static final int MOST = 256;
  private static final int LARGEST = 1 << 16;

  private final Map<Key, byte[]> compressed = new ConcurrentHashMap<>();

  /** Bytes within an array. */
  private static final class Key {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int hash;

    Key(byte[] bytes, int from, int to) {
      this.bytes = bytes;
      this.from = from;
      this.to = to;
      CRC32 checksum = new CRC32();
      checksum.update(bytes, from, to - from);
      hash = (int) checksum.getValue();
    }

    /** One of its own bytes alone, which nobody changes. */
    Key kept() {
      return new Key(Arrays.copyOfRange(bytes, from, to), 0, to - from);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && hash == key.hash
          && Arrays.equals(bytes, from, to, key.bytes, key.from, key.to);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** Whole blocks of DEFLATE (RFC 1951) that end with a byte; the last of a stream is to follow. */
  byte[] compressed(byte[] bytes, int from, int to) {
    Key key = new Key(bytes, from, to);
    byte[] known = compressed.get(key);
    if (known == null) {
      known = compress(bytes, from, to);
      if (compressed.size() < MOST && to - from <= LARGEST) {
        compressed.put(key.kept(), known);
      }
    }
    return known;
  }

  private static byte[] compress(byte[] bytes, int from, int to) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(bytes, from, to - from);
      byte[] out = new byte[(to - from) / 2 + 64];
      int length = 0;
      while (true) {
        length += deflater.deflate(out, length, out.length - length, Deflater.SYNC_FLUSH);
        if (length < out.length) {
          return Arrays.copyOf(out, length);
        }
        out = Arrays.copyOf(out, out.length * 2);
      }
    } finally {
      deflater.end();
    }
  }
}
