package org.urgentaction.importing.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks through a PDF before it is parsed, in the memory of the file itself: how many objects it
 * holds, and what its streams unpack to. A parser keeps every object and unpacks whatever it is
 * given.
 */
final class PdfSurvey {
  private static final int MOST_OBJECTS = 200_000;
  private static final long LARGEST_STREAM = 48L << 20;
  private static final long LARGEST_TABLE = 4L << 20;
  private static final long LARGEST_ALL = 256L << 20;
  private static final int LONGEST_HEAD = 2048;
  private static final Pattern PACKED = Pattern.compile("/(?:FlateDecode|Fl)\\b");
  private static final Pattern GROWING =
      Pattern.compile("/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\\b");
  private static final Pattern PICTURE = Pattern.compile("/Subtype\\s*/Image\\b");
  private static final Pattern TABLE = Pattern.compile("/Type\\s*/XRef\\b");
  private static final Pattern OBJECTS = Pattern.compile("/Type\\s*/ObjStm\\b");
  private static final Pattern COUNT = Pattern.compile("/N\\s+([0-9]{1,9})");

  private final byte[] bytes;
  private long objects;
  private long unpacked;

  private PdfSurvey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads the file once.
   *
   * @throws UnreadableException where no honest document would look so
   */
  static void check(Path file) throws IOException {
    new PdfSurvey(Files.readAllBytes(file)).check();
  }

  private void check() throws UnreadableException {
    for (int i = 0; i + 6 < bytes.length; i++) {
      if (bytes[i] == 'o' && is(i, "obj") && i > 0 && bytes[i - 1] <= ' ') {
        objects++;
      } else if (bytes[i] == 's' && is(i, "stream") && bytes[i - 1] != 'd') {
        stream(i);
      }
      if (objects > MOST_OBJECTS) {
        throw new UnreadableException(
            "the PDF holds far more objects than an Urgent Action needs",
            "print it to a new PDF, or copy its text into a .txt file");
      }
    }
  }

  private boolean is(int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= bytes.length || bytes[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void stream(int at) throws UnreadableException {
    int start = Math.max(0, at - LONGEST_HEAD);
    String before = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    String head = before.substring(Math.max(0, before.lastIndexOf(" obj")));
    if (PICTURE.matcher(head).find()) {
      return;
    }
    if (GROWING.matcher(head).results().limit(2).count() > 1) {
      throw UnreadableException.tooLarge();
    }
    if (!PACKED.matcher(head).find()) {
      return;
    }
    if (OBJECTS.matcher(head).find()) {
      Matcher count = COUNT.matcher(head);
      objects += count.find() ? Long.parseLong(count.group(1)) : 0;
    }
    int data = at + "stream".length();
    while (data < bytes.length && (bytes[data] == '\r' || bytes[data] == '\n')) {
      data++;
    }
    unpack(data, TABLE.matcher(head).find() ? LARGEST_TABLE : LARGEST_STREAM);
  }

  private void unpack(int data, long largest) throws UnreadableException {
    Inflater inflater = new Inflater();
    inflater.setInput(bytes, data, bytes.length - data);
    byte[] piece = new byte[1 << 14];
    long size = 0;
    try {
      int got = inflater.inflate(piece);
      while (got > 0) {
        size += got;
        unpacked += got;
        if (size > largest || unpacked > LARGEST_ALL) {
          throw UnreadableException.tooLarge();
        }
        got = inflater.inflate(piece);
      }
    } catch (DataFormatException e) {
      // Encrypted or damaged: the parser will say so, and unpack no more than this.
      return;
    } finally {
      inflater.end();
    }
  }
}
