package org.urgentaction.letter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/**
 * Takes what a template writes, up to a size that no letter needs: a template must not fill memory.
 */
final class LimitedWriter extends Writer {
  private static final int LIMIT = 1 << 20;

  private final StringWriter text = new StringWriter();

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    if (text.getBuffer().length() + length > LIMIT) {
      throw new IOException("it writes more than a million characters");
    }
    text.write(characters, offset, length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
