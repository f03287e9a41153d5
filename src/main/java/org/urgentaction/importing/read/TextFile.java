package org.urgentaction.importing.read;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.input.TextEncoding;

/** A plain text file, line by line, in whatever encoding it was saved. */
final class TextFile {
  private final String source;

  TextFile(String source) {
    this.source = source;
  }

  IssuedDocument read(Path file) throws IOException {
    Charset encoding = new TextEncoding(source, FileFormat.ADVICE).of(file);
    LineCollector lines = new LineCollector();
    List<String> read = new String(Files.readAllBytes(file), encoding).lines().toList();
    for (int i = 0; i < read.size(); i++) {
      lines.add(RawLine.text(i + 1, read.get(i)));
    }
    return new IssuedDocument(source, "", "", lines.lines());
  }
}
