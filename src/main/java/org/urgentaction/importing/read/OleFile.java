package org.urgentaction.importing.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An OLE compound file: Word's old format, or the wrapping of an encrypted document. */
final class OleFile {
  private OleFile() {}

  /** What to say of it: its directory names its streams, in UTF-16. */
  static UnreadableException refusal(Path file) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    return bytes.contains("E\0n\0c\0r\0y\0p\0t\0")
        ? new UnreadableException(
            "the document is locked with a password",
            "open it with the password and save it without one")
        : new UnreadableException(
            "this is a file of an old Office version", "save it as .docx or PDF");
  }
}
