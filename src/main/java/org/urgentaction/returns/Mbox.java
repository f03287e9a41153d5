package org.urgentaction.returns;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Messages one after another in one file (RFC 4155), or a file that is a single message. */
final class Mbox implements Mailbox {
  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

  private final String source;
  private final Path file;

  Mbox(String source, Path file) {
    this.source = source;
    this.file = file;
  }

  @Override
  public int read(Reader reader) {
    try (BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int number = 0;
      boolean more = true;
      while (more) {
        OneMessage message = new OneMessage(bytes);
        number++;
        reader.take("message " + number, message);
        message.skipRest();
        more = message.followed;
      }
      return 0;
    } catch (IOException e) {
      throw new InvalidInputException(
          Problem.error(source, "this file cannot be read").advise("look at its permissions"));
    }
  }

  /** The bytes of one message: up to a line {@code From …} that follows an empty one. */
  private static final class OneMessage extends InputStream {
    private final BufferedInputStream file;
    private boolean ended;
    private boolean followed;
    private boolean lineStart = true;
    private boolean lineEmpty = true;
    private boolean afterEmpty = true;

    OneMessage(BufferedInputStream file) throws IOException {
      this.file = file;
      if (atSeparator()) {
        skipLine();
      }
    }

    @Override
    public int read() throws IOException {
      if (ended) {
        return -1;
      }
      if (lineStart && afterEmpty && atSeparator()) {
        ended = true;
        followed = true;
        return -1;
      }
      int read = file.read();
      if (read < 0) {
        ended = true;
      } else if (read == '\n') {
        afterEmpty = lineEmpty;
        lineEmpty = true;
        lineStart = true;
      } else {
        lineStart = false;
        lineEmpty &= read == '\r';
      }
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          break;
        }
        buffer[offset + count++] = (byte) next;
      }
      return count == 0 && length > 0 ? -1 : count;
    }

    /** Whether a separator line stands next; what is looked at is still to be read. */
    private boolean atSeparator() throws IOException {
      file.mark(FROM.length);
      byte[] next = file.readNBytes(FROM.length);
      file.reset();
      return java.util.Arrays.equals(next, FROM);
    }

    private void skipLine() throws IOException {
      int read = file.read();
      while (read >= 0 && read != '\n') {
        read = file.read();
      }
      afterEmpty = false; // a message without a body of its own is still a message
    }

    void skipRest() throws IOException {
      while (read() >= 0) {
        // to the next separator
      }
    }
  }
}
