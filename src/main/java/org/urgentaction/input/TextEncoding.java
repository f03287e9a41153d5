package org.urgentaction.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mozilla.universalchardet.UniversalDetector;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Finds out how a text file is encoded, reading it through once in little memory: UTF-8 if all of
 * it is UTF-8, UTF-16 by its byte order mark, else what its first megabyte from the first letter
 * beyond ASCII on looks like.
 */
public final class TextEncoding {
  private static final int PIECE = 1 << 16;
  private static final int BEGINNING = 4096;
  private static final int LOOKED_AT = 1 << 20;

  private final String source;
  private final String instead;

  /**
   * For one file.
   *
   * @param source the file as the user named it
   * @param instead what to do where it is no text
   */
  public TextEncoding(String source, String instead) {
    this.source = source;
    this.instead = instead;
  }

  /**
   * The encoding of a file.
   *
   * @throws InvalidInputException where the file is no text
   */
  public Charset of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(BEGINNING);
      if (startsAsUtf16(start)) {
        return StandardCharsets.UTF_16;
      }
      for (byte each : start) {
        if (each == 0) {
          throw new InvalidInputException(
              Problem.error(source, "the file is not a text file").advise(instead));
        }
      }
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : detected(file);
  }

  private static boolean startsAsUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(PIECE);
    CharBuffer characters = CharBuffer.allocate(PIECE);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        if (decoder.decode(bytes, characters, end).isError()) {
          return false;
        }
        bytes.compact();
        characters.clear();
      }
    }
    return true;
  }

  private static Charset detected(Path file) throws IOException {
    UniversalDetector detector = new UniversalDetector();
    byte[] piece = new byte[PIECE];
    int looked = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.read(piece);
      while (read > 0 && looked < LOOKED_AT && !detector.isDone()) {
        detector.handleData(piece, 0, read);
        looked += looked > 0 || isBeyondAscii(piece, read) ? read : 0;
        read = in.read(piece);
      }
    }
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    return found != null && Charset.isSupported(found) && !found.startsWith("US-ASCII")
        ? Charset.forName(found)
        : Charset.forName("windows-1252");
  }

  private static boolean isBeyondAscii(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return true;
      }
    }
    return false;
  }
}
