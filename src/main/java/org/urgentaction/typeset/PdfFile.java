package org.urgentaction.typeset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the objects of a PDF 1.7 file one after the other and keeps nothing of them but where they
 * are, so that a file may be larger than memory (ISO 32000-1, 7.5).
 */
final class PdfFile implements AutoCloseable {
  private static final byte[] HEADER =
      "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] END_OF_STREAM =
      "\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_TOGETHER = 200;

  private static final List<Integer> ALL_SHARED = List.of(0);
  private static final List<Integer> ALL_ITS_OWN = List.of();
  private static final int ENTRY = 7;
  private static final long IN_STREAM = 1L << 62;

  private final OutputStream out;
  private final Flate flate;
  private final MessageDigest digest = digest();
  private final ContentStream index = new ContentStream(1 << 10);
  private final ContentStream objects = new ContentStream(1 << 13);
  private long[] places = new long[128];
  private int count = 1;
  private long length;
  private int together;
  private int container;
  private int containers;

  /**
   * @param shared parts of streams that files have in common
   */
  PdfFile(OutputStream out, SharedParts shared) throws IOException {
    this.out = out;
    flate = new Flate(shared);
    write(HEADER, HEADER.length);
  }

  /** The number of an object that will be written later. */
  int reserve() {
    if (count == places.length) {
      places = Arrays.copyOf(places, 2 * count);
    }
    return count++;
  }

  /** Writes an object that is no stream; returns its number. */
  int add(ContentStream object) throws IOException {
    int number = reserve();
    put(number, object);
    return number;
  }

  /** Writes an object that is no stream. */
  void put(int number, ContentStream object) throws IOException {
    if (together == 0) {
      container = reserve();
    }
    places[number] = IN_STREAM | (long) container << 16 | together;
    index.number(number).text(" ").number(objects.length()).text(" ");
    objects.append(object).text("\n");
    if (++together == MOST_TOGETHER) {
      writeTogether();
    }
  }

  /**
   * Writes a stream whose bytes are compressed already; returns its number.
   *
   * @param entries of its dictionary, all but length and filter
   */
  int addDeflated(ContentStream entries, byte[] data) throws IOException {
    int number = reserve();
    writeStream(number, entries.text("/Filter/FlateDecode"), data, data.length);
    return number;
  }

  /**
   * Writes a stream and compresses it; returns its number.
   *
   * @param turns where in it what it alone has and what others have too take turns, its own first
   */
  int addStream(ContentStream entries, ContentStream data, List<Integer> turns) throws IOException {
    int number = reserve();
    deflate(number, entries, data, turns);
    return number;
  }

  /** Writes a stream as it is; returns its number. */
  int addPlain(ContentStream entries, byte[] data) throws IOException {
    int number = reserve();
    writeStream(number, entries, data, data.length);
    return number;
  }

  /**
   * Writes what a reader begins with. The file's identifier is derived from all that it holds.
   *
   * @param root the catalog
   */
  void finish(int root) throws IOException {
    if (together > 0) {
      writeTogether();
    }
    int number = reserve();
    long start = length;
    places[number] = start;
    ContentStream table = new ContentStream(ENTRY * count);
    for (int i = 0; i < count; i++) {
      boolean inside = (places[i] & IN_STREAM) != 0;
      long first = inside ? (places[i] & ~IN_STREAM) >> 16 : places[i];
      int second = inside ? (int) (places[i] & 0xffff) : 0;
      table.octet(i == 0 ? 0 : inside ? 2 : 1);
      table.octet((int) (first >> 24)).octet((int) (first >> 16));
      table.octet((int) (first >> 8)).octet((int) first);
      table.octet(second >> 8).octet(second);
    }
    String id = HexFormat.of().formatHex(digest.digest(), 0, 16);
    ContentStream entries = new ContentStream(200);
    entries.text("/Type/XRef/W[1 4 2]/Size ").number(count).text("/Root").reference(root);
    entries.text("/ID[<").text(id).text("><").text(id).text(">]");
    deflate(number, entries, table, ALL_ITS_OWN);
    byte[] end = ("startxref\n" + start + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    write(end, end.length);
  }

  @Override
  public void close() {
    flate.close();
  }

  private void writeTogether() throws IOException {
    ContentStream entries = new ContentStream(100);
    entries.text("/Type/ObjStm/N ").number(together).text("/First ").number(index.length());
    // the files of letters that differ in their words alone have the same objects
    List<Integer> turns = containers++ == 0 ? ALL_SHARED : ALL_ITS_OWN;
    deflate(container, entries, index.append(objects), turns);
    index.clear();
    objects.clear();
    together = 0;
  }

  private void deflate(int number, ContentStream entries, ContentStream data, List<Integer> turns)
      throws IOException {
    ContentStream filtered = entries.text("/Filter/FlateDecode");
    flate.compress(data, turns, (bytes, size) -> writeStream(number, filtered, bytes, size));
  }

  private void writeStream(int number, ContentStream entries, byte[] data, int size)
      throws IOException {
    places[number] = length;
    ContentStream start = new ContentStream(200);
    start.number(number).text(" 0 obj\n<<").append(entries);
    start.text("/Length ").number(size).text(">>stream\n").to(this::write);
    write(data, size);
    write(END_OF_STREAM, END_OF_STREAM.length);
  }

  private void write(byte[] bytes, int size) throws IOException {
    out.write(bytes, 0, size);
    digest.update(bytes, 0, size);
    length += size;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
