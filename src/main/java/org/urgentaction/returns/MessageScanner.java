package org.urgentaction.returns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * Reads as much of a stranger's message as a report can need, within limits of bytes, parts, depth
 * and header fields: what is beyond them is not looked at, and what is broken ends the reading.
 */
final class MessageScanner {
  /** Reports stand at the front; the message they return may follow whole. */
  static final int MOST_BYTES = 4 << 20;

  private static final int MOST_PARTS = 100;
  private static final int DEEPEST = 12;
  private static final int MOST_FIELDS = 2000;
  private static final int LONGEST_TEXT = 64 << 10;
  private static final Set<String> TEXTS =
      Set.of(
          "text/plain",
          "text/html",
          "text/rfc822-headers",
          "message/global-headers",
          "message/global",
          "message/delivery-status",
          "message/global-delivery-status",
          "message/disposition-notification",
          "message/global-disposition-notification",
          "message/feedback-report");
  private static final MimeConfig LIMITS =
      MimeConfig.custom()
          .setMaxHeaderCount(MOST_FIELDS)
          .setMaxHeaderLen(100_000)
          .setMaxLineLen(1 << 20)
          .setMaxContentLen(-1)
          .build();

  private final Fields header = new Fields();
  private final Fields returned = new Fields();
  private final List<ScannedMessage.Part> parts = new ArrayList<>();
  private int messages;
  private int depth;
  private int partsSeen;
  private int fieldsSeen;
  private boolean returnedIsRead;

  private MessageScanner() {}

  /**
   * Scans one message.
   *
   * @param in read to its end or to the limit, not closed
   * @throws IOException if it cannot be read at all; a message that is broken is no such case
   */
  static ScannedMessage scan(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES);
    boolean larger = bytes.length == MOST_BYTES && in.read() >= 0;
    MessageScanner scanner = new MessageScanner();
    boolean whole = scanner.read(bytes);
    return new ScannedMessage(scanner.header, scanner.parts, scanner.returned, larger || !whole);
  }

  /** False where the reading ended before the message did. */
  private boolean read(byte[] bytes) {
    MimeTokenStream stream = new MimeTokenStream(LIMITS);
    stream.parse(new ByteArrayInputStream(bytes));
    try {
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        if (!take(state, stream)) {
          return false;
        }
      }
      return true;
    } catch (MimeException | IOException e) {
      return false; // what was read until here is all that there is to know
    }
  }

  /** False where a limit is reached. */
  private boolean take(EntityState state, MimeTokenStream stream) throws IOException {
    switch (state) {
      case T_START_MESSAGE -> {
        messages++;
        depth++;
      }
      case T_END_MESSAGE -> {
        returnedIsRead |= messages == 2;
        messages--;
        depth--;
      }
      case T_START_MULTIPART -> depth++;
      case T_END_MULTIPART -> depth--;
      case T_START_BODYPART -> partsSeen++;
      case T_FIELD -> field(stream.getField());
      case T_END_HEADER -> returnedIsRead |= messages == 2;
      case T_BODY -> body(stream);
      default -> {
        // preambles, epilogues and ends say nothing
      }
    }
    return depth <= DEEPEST && partsSeen <= MOST_PARTS && fieldsSeen <= MOST_FIELDS;
  }

  /** Fields of this message's own header, and of the first message inside it. */
  private void field(Field field) {
    fieldsSeen++;
    if (messages == 1 && partsSeen == 0) {
      header.add(field.getName(), field.getBody());
    } else if (messages == 2 && !returnedIsRead) {
      returned.add(field.getName(), field.getBody());
    }
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor descriptor = stream.getBodyDescriptor();
    String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
    if (messages != 1 || !TEXTS.contains(type)) {
      return;
    }
    byte[] bytes = stream.getDecodedInputStream().readNBytes(LONGEST_TEXT);
    parts.add(new ScannedMessage.Part(type, new String(bytes, charset(descriptor, type))));
  }

  /** A report's own parts are UTF-8 or its subset (RFC 6533), whatever they are declared. */
  private static Charset charset(BodyDescriptor descriptor, String type) {
    String declared = descriptor.getCharset();
    if (type.startsWith("message/") || declared == null) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(declared);
      return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
