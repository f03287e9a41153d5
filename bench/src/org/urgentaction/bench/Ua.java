package org.urgentaction.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.document.Paper;
import org.urgentaction.typeset.PdfPress;
import org.urgentaction.typeset.Press;
import org.urgentaction.typeset.PrintRun;

/** ua, a file for each letter or one for all. */
final class Ua {
  private static final PageStyle STYLE = new PageStyle(Paper.A4, false);

  private Ua() {}

  static Engine letters() {
    Press press =
        new PdfPress(
            FontLibrary.bundled(), STYLE, List.of(Letter.document(Letter.ANONYMOUS)));
    return writer -> press.set(Letter.document(writer)).pdf();
  }

  /** One file; what is written of it is handed over letter by letter and not kept. */
  static Engine merged() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintRun run =
        new PrintRun(
            FontLibrary.bundled(), List.of(Letter.document(Letter.ANONYMOUS)), true, out);
    return new Engine() {
      @Override
      public byte[] letter(Letter.Writer writer) throws IOException {
        run.add(Letter.document(writer), STYLE, writer.name());
        return taken();
      }

      @Override
      public byte[] end() throws IOException {
        run.finish();
        run.close();
        return taken();
      }

      private byte[] taken() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
      }
    };
  }
}
