package org.urgentaction.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.eclipse.angus.mail.util.QPEncoderStream;
import org.junit.jupiter.api.Test;

class QuotedPrintableTest {
  @Test
  void isByteForByteWhatTheLibraryWrites() throws IOException {
    compare("abc defgh  \n\r=\tЖé法😀.-");
    compare("abcdefghijklmnopqrstuvwxyz~!09    \n=é\u007f"); // lines that are broken between plain
    // letters
  }

  private static void compare(String characters) throws IOException {
    int[] points = characters.codePoints().toArray();
    Random random = new Random(1);
    for (int round = 0; round < 5000; round++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(300); left > 0; left--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      assertArrayEquals(byLibrary(text.toString()), QuotedPrintable.encode(text.toString()));
    }
  }

  @Test
  void makesAnyLineEndOneOfMail() {
    assertEquals(
        "a\r\n\r\nb\r\nc\r\n", new String(QuotedPrintable.encode("a\n\rb\r\nc\r\n"), UTF_8));
  }

  private static byte[] byLibrary(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (QPEncoderStream encoder = new QPEncoderStream(bytes)) {
      encoder.write(text.replaceAll("\\r\\n?|\\n", "\r\n").getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
