package org.urgentaction.typeset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;

/**
 * Sets letters that share most of their words, a file for each. Safe for use by several threads.
 *
 * @see PrintRun
 */
public final class PdfPress implements Press {
  private final PageStyle style;
  private final LetterDrawer drawer;
  private final ColourProfiles profiles = new ColourProfiles();
  private final SharedParts parts = new SharedParts();

  /**
   * @param shared documents whose words all letters share; a letter is set the sooner, and the same
   *     glyphs serve all of them
   * @throws org.urgentaction.problem.InvalidInputException where they have characters that no font
   *     has
   */
  public PdfPress(FontLibrary fonts, PageStyle style, List<Document> shared) {
    this(fonts, style, shared, WordCache.MOST);
  }

  /**
   * A press that keeps fewer words: for where there are many presses. What it sets is the same.
   *
   * @param words to be kept as they are shaped and as they are written, the shared ones first
   */
  public PdfPress(FontLibrary fonts, PageStyle style, List<Document> shared, int words) {
    this.style = style;
    drawer = new LetterDrawer(fonts, style, shared, words);
  }

  @Override
  public SetDocument set(Document document) {
    return set(document, null);
  }

  /**
   * Sets a document as {@link #set(Document)} does, every page with its number among others.
   *
   * @param numbers null for a number only where there are several pages
   */
  public SetDocument set(Document document, @Nullable PageNumbers numbers) {
    GlyphEncoder encoder = drawer.encoder();
    DrawnLetter letter = drawer.draw(document, style, encoder, numbers);
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);
    try (PdfWriter writer = new PdfWriter(out, profiles, parts)) {
      writer.addOnly(letter);
      writer.finish(encoder.fonts());
    } catch (IOException impossible) {
      throw new IllegalStateException("memory cannot be written to", impossible);
    }
    return new SetDocument(out.toByteArray(), letter.pages().size(), letter.tightened());
  }

  /**
   * How many pages a document takes, without drawing them.
   *
   * @throws org.urgentaction.problem.InvalidInputException as {@link #set} does
   */
  public int pages(Document document) {
    return drawer.pages(document, style);
  }
}
