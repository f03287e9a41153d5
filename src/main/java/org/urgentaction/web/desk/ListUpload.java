package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.web.Refusal;

/**
 * A form with a file in it (RFC 7578), read as it comes: the token, which stands first, is looked
 * at before anything else, and the file goes to the disk and is never held.
 */
final class ListUpload {
  private static final String TOKEN = "token";
  private static final String LIST = "list";
  private static final int LONGEST_FIELD = 4096;
  private static final int MOST_PARTS = 24;
  private static final int LONGEST_HEAD = 8192;
  private static final long READ_AND_FORGOTTEN = 1L << 30;

  private final long limit;

  /**
   * @param limit of the file, in bytes
   */
  ListUpload(long limit) {
    this.limit = limit;
  }

  /**
   * What came.
   *
   * @param fields of text, by name
   * @param fileName as the reader's machine calls it, or null where no file was chosen
   */
  record Received(Map<String, String> fields, @Nullable String fileName) {
    Received {
      fields = Map.copyOf(fields);
    }
  }

  /**
   * Reads the whole form.
   *
   * @param file where the list goes
   * @param token throws a {@link Refusal} where the form is not of this server
   * @throws Refusal where it is no such form, or the list is larger than the limit
   * @throws InvalidInputException where the list cannot be written
   */
  Received read(Context context, Path file, Consumer<@Nullable String> token) throws IOException {
    String boundary = MultiPart.extractBoundary(String.valueOf(context.req().getContentType()));
    if (boundary == null) {
      throw new Refusal(Refusal.Kind.NOT_A_FORM);
    }
    InputStream in = context.req().getInputStream();
    try (Parts parts = new Parts(file, token)) {
      MultiPart.Parser parser = new MultiPart.Parser(boundary, parts);
      parser.setMaxParts(MOST_PARTS);
      parser.setPartHeadersMaxLength(LONGEST_HEAD);
      byte[] buffer = new byte[64 << 10];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        parser.parse(Content.Chunk.from(ByteBuffer.wrap(buffer, 0, read).slice(), false));
        parts.check();
      }
      parser.parse(Content.Chunk.EOF);
      parts.check();
      return parts.received();
    } catch (Refusal | InvalidInputException e) {
      // Browsers show an answer only once they are rid of the file.
      forget(in);
      throw e;
    }
  }

  private static void forget(InputStream in) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long left = READ_AND_FORGOTTEN;
    for (int read = 0; read >= 0 && left > 0; left -= read) {
      read = in.read(buffer);
    }
  }

  /** Takes the form apart. What goes wrong is kept until {@link #check}: the parser hides it. */
  private final class Parts extends MultiPart.AbstractPartsListener implements AutoCloseable {
    private final Path file;
    private final Consumer<@Nullable String> token;
    private final Map<String, String> fields = new HashMap<>();
    private final byte[] field = new byte[LONGEST_FIELD];
    private int length;
    private long written;
    private boolean signed;
    private @Nullable OutputStream out;
    private @Nullable String fileName;
    private @Nullable RuntimeException failure;

    Parts(Path file, Consumer<@Nullable String> token) {
      this.file = file;
      this.token = token;
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
      if (failure != null) {
        return;
      }
      ByteBuffer bytes = chunk.getByteBuffer();
      try {
        if (!signed && !TOKEN.equals(getName())) {
          token.accept(null);
        }
        if (getFileName() == null) {
          text(bytes);
        } else if (!LIST.equals(getName()) || fileName != null) {
          throw new Refusal(Refusal.Kind.NOT_A_FORM);
        } else {
          list(bytes);
        }
      } catch (IOException e) {
        failure = JobFolder.noRoom(e);
      } catch (RuntimeException e) {
        failure = e;
      }
    }

    private void text(ByteBuffer bytes) {
      if (bytes.remaining() > LONGEST_FIELD - length) {
        throw new Refusal(Refusal.Kind.TOO_LARGE);
      }
      int more = bytes.remaining();
      bytes.get(field, length, more);
      length += more;
    }

    private void list(ByteBuffer bytes) throws IOException {
      written += bytes.remaining();
      if (written > limit) {
        throw new Refusal(Refusal.Kind.TOO_LARGE);
      }
      if (out == null) {
        out = Files.newOutputStream(file);
      }
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      out.write(copy);
    }

    @Override
    public void onPart(String name, @Nullable String partFile, HttpFields headers) {
      if (failure != null) {
        return;
      }
      try {
        if (partFile != null) {
          fileName = written > 0 ? partFile : fileName;
        } else if (name != null) {
          String value = new String(field, 0, length, StandardCharsets.UTF_8);
          if (!signed) {
            token.accept(TOKEN.equals(name) ? value : null);
            signed = true;
          }
          fields.putIfAbsent(name, value);
        }
      } catch (RuntimeException e) {
        failure = e;
      }
      length = 0;
    }

    @Override
    public void onFailure(Throwable thrown) {
      failure = failure == null ? new Refusal(Refusal.Kind.NOT_A_FORM, 0, thrown) : failure;
    }

    void check() {
      if (failure != null) {
        throw failure;
      }
    }

    Received received() {
      if (!signed) {
        token.accept(null);
      }
      return new Received(fields, fileName);
    }

    @Override
    public void close() {
      try {
        if (out != null) {
          out.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
