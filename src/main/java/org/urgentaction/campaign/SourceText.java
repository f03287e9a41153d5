package org.urgentaction.campaign;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** The text of a file, strictly decoded, which knows the line and column of every code point. */
final class SourceText {
  /** No campaign file is longer, in bytes. */
  static final int LIMIT = 1 << 20;

  private final String text;
  private final int[] lineStarts;

  private SourceText(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * Decodes a file that must be UTF-8, with or without a byte order mark.
   *
   * @throws InvalidInputException where it is too large, empty, in another encoding, or no text
   */
  static SourceText decode(String source, byte[] bytes) {
    if (bytes.length > LIMIT) {
      throw tooLarge(source);
    }
    if (bytes.length == 0) {
      throw empty(source);
    }
    if (looksLikeUtf16(bytes)) {
      throw invalid(source, "the file is in UTF-16", "save it as UTF-8");
    }
    if (contains(bytes, (byte) 0)) {
      throw notText(source);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    boolean malformed = decoder.decode(in, out, true).isError();
    String decoded = withoutByteOrderMark(out.flip().toString());
    if (malformed) {
      throw otherEncoding(source, bytes, in.position(), decoded);
    }
    if (decoded.isBlank()) {
      throw empty(source);
    }
    return new SourceText(decoded);
  }

  static InvalidInputException tooLarge(String source) {
    return invalid(
        source,
        "the file is larger than 1 MiB",
        "a campaign file holds one Urgent Action, some kilobytes of text");
  }

  static InvalidInputException empty(String source) {
    return invalid(source, "the file is empty", "a campaign file begins with `ua: 31/22`");
  }

  String text() {
    return text;
  }

  /** The place of a code point by its number from the beginning, 0-based. */
  SourcePlace at(int codePointIndex) {
    int found = Arrays.binarySearch(lineStarts, codePointIndex);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePlace(line + 1, codePointIndex - lineStarts[line] + 1);
  }

  /** The text between two code points, as written. */
  String slice(int startIndex, int endIndex) {
    int start = text.offsetByCodePoints(0, startIndex);
    return text.substring(start, text.offsetByCodePoints(start, endIndex - startIndex));
  }

  private static InvalidInputException otherEncoding(
      String source, byte[] bytes, int position, String decoded) {
    for (byte value : bytes) {
      if (value >= 0 && value < ' ' && value != '\t' && value != '\n' && value != '\r') {
        return notText(source);
      }
    }
    String encoding = guess(bytes);
    SourcePlace place = new SourceText(decoded).at(decoded.codePointCount(0, decoded.length()));
    return new InvalidInputException(
        Problem.error(
                source,
                place.line(),
                place.column(),
                "the file is not in UTF-8: byte 0x%02X stands here".formatted(bytes[position]))
            .advise(
                encoding == null
                    ? "save it as UTF-8"
                    : "it looks like " + encoding + "; save it as UTF-8"));
  }

  private static @Nullable String guess(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, bytes.length);
    detector.dataEnd();
    String found = detector.getDetectedCharset();
    return found == null || found.toUpperCase(Locale.ROOT).startsWith("UTF") ? null : found;
  }

  private static InvalidInputException notText(String source) {
    return invalid(
        source, "the file is not a text file", "a campaign file is plain text, written as YAML");
  }

  private static InvalidInputException invalid(String source, String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }

  private static boolean contains(byte[] bytes, byte wanted) {
    for (byte value : bytes) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }

  /** By its byte order mark, or by every other byte being 0 at the beginning. */
  private static boolean looksLikeUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if (mark == 0xFEFF || mark == 0xFFFE) {
      return true;
    }
    int pairs = Math.min(bytes.length / 2, 8);
    int high = 0;
    int low = 0;
    for (int i = 0; i < pairs; i++) {
      high += bytes[2 * i] == 0 && bytes[2 * i + 1] != 0 ? 1 : 0;
      low += bytes[2 * i] != 0 && bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    return high == pairs || low == pairs;
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    int index = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      index++;
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = index;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
