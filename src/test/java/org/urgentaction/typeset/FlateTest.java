package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Streams of which letters share parts. */
class FlateTest {
  private static final int LARGE = 100_000;

  @Test
  void aStreamOfPartsIsReadAsOneStream() throws IOException, DataFormatException {
    ContentStream stream = stream(LARGE);
    for (List<Integer> turns :
        List.of(
            List.<Integer>of(), List.of(0), List.of(10, 60), List.of(0, LARGE), List.of(LARGE))) {
      assertArrayEquals(
          stream.toByteArray(), inflated(compressed(new SharedParts(), stream, turns)));
    }
  }

  @Test
  void anEmptyStreamIsReadAsOne() throws IOException, DataFormatException {
    ContentStream nothing = new ContentStream(0);
    assertEquals(0, inflated(compressed(new SharedParts(), nothing, List.of())).length);
  }

  @Test
  void whatOtherStreamsHadChangesNoByte() throws IOException {
    SharedParts used = new SharedParts();
    for (int size = 1; size < 400; size++) {
      compressed(used, stream(size), List.of(size / 3));
    }
    ContentStream stream = stream(300);
    byte[] alone = compressed(new SharedParts(), stream, List.of(100));
    assertArrayEquals(alone, compressed(used, stream, List.of(100)));
    assertTrue(alone.length < 500, alone.length + " bytes");
  }

  private static ContentStream stream(int size) {
    ContentStream stream = new ContentStream(size);
    Random words = new Random(1);
    for (int i = 0; i < size; i++) {
      stream.octet(words.nextInt() & words.nextInt());
    }
    return stream;
  }

  private static byte[] compressed(SharedParts shared, ContentStream stream, List<Integer> turns)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Flate flate = new Flate(shared)) {
      flate.compress(stream, turns, (bytes, length) -> out.write(bytes, 0, length));
    }
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] compressed) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      byte[] out = new byte[LARGE + 1];
      int length = inflater.inflate(out);
      assertTrue(inflater.finished(), "the checksum and the end");
      return Arrays.copyOf(out, length);
    } finally {
      inflater.end();
    }
  }
}
