package org.urgentaction.bench;

import java.io.IOException;

/** Something that turns a writer into the bytes of a letter. */
interface Engine {
  byte[] letter(Letter.Writer writer) throws IOException;

  /** Ends what was begun with the first letter; the bytes that came of it. */
  default byte[] end() throws IOException {
    return new byte[0];
  }
}
