package org.urgentaction.typeset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;

/**
 * Sets many letters as one file to print: each is written as it is set and not kept, and all of
 * them share their fonts, each embedded once.
 */
public final class PrintRun implements AutoCloseable {
  private final LetterDrawer drawer;
  private final GlyphEncoder encoder;
  private final PdfWriter writer;
  private final boolean duplex;

  /**
   * @param shared documents whose words letters share
   * @param duplex whether each letter begins on a fresh sheet when both sides are printed
   * @param out buffered
   * @throws org.urgentaction.problem.InvalidInputException where the shared documents have
   *     characters that no font has
   */
  public PrintRun(FontLibrary fonts, List<Document> shared, boolean duplex, OutputStream out)
      throws IOException {
    drawer = new LetterDrawer(fonts, new PageStyle(Paper.A4, false), shared, WordCache.MOST);
    encoder = drawer.encoder();
    writer = new PdfWriter(out, new ColourProfiles(), new SharedParts());
    this.duplex = duplex;
  }

  /**
   * Adds a letter.
   *
   * @param bookmark that leads to it
   * @return how many pages it has
   * @throws org.urgentaction.problem.InvalidInputException naming the characters that no font has,
   *     or the picture that cannot be read
   */
  public int add(Document letter, PageStyle style, String bookmark) throws IOException {
    DrawnLetter drawn = drawer.draw(letter, style, encoder, null);
    writer.add(drawn, bookmark, duplex);
    return drawn.pages().size();
  }

  /** Ends a file of at least one letter; it speaks for itself in the first one's language. */
  public void finish() throws IOException {
    writer.finish(encoder.fonts());
  }

  /** Lets go of what is held, whether the file is finished or not. */
  @Override
  public void close() {
    writer.close();
  }
}
