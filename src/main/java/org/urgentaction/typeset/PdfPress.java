package org.urgentaction.typeset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;

/**
 * Sets letters that share most of their words: what they share is shaped, set and compressed once,
 * and each letter written around it. Safe for use by several threads.
 */
public final class PdfPress implements Press {
  private static final int NUMBER_FROM_FOOT = Paper.mm(12);

  private final PageStyle style;
  private final PictureReader pictures;
  private final Map<DocumentParagraphs.Key, Paragraph> sharedParagraphs = new ConcurrentHashMap<>();
  private final GlyphStock stock = new GlyphStock();
  private final ParagraphSetter setter;
  private final PdfWriter writer;

  /**
   * @param shared documents whose words all letters share; a letter is set the sooner, and the same
   *     glyphs serve all of them
   * @throws org.urgentaction.problem.InvalidInputException where they have characters that no font
   *     has
   */
  public PdfPress(FontLibrary fonts, PageStyle style, List<Document> shared) {
    this.style = style;
    pictures = new PictureReader(style.fax());
    writer = new PdfWriter(style.paper());
    WordCache words = new WordCache();
    setter = new ParagraphSetter(fonts, words);
    shared.stream()
        .map(Document::language)
        .distinct()
        .forEach(language -> stock.addAlphabet(fonts, words, language));
    MissingCharacters missing = new MissingCharacters();
    for (Document document : shared) {
      DocumentParagraphs paragraphs =
          new DocumentParagraphs(setter, sharedParagraphs, true, missing);
      LetterLayout.inOnePage(document, paragraphs, pictures, style);
      paragraphs.forEach(stock::add);
    }
    missing.refuse();
    stock.complete();
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
    MissingCharacters missing = new MissingCharacters();
    TextFilter.clean(document.title(), missing);
    DocumentParagraphs paragraphs =
        new DocumentParagraphs(setter, sharedParagraphs, false, missing);
    Layout layout = LetterLayout.inOnePage(document, paragraphs, pictures, style);
    missing.refuse();
    GlyphEncoder encoder = new GlyphEncoder(stock);
    PagePainter painter = new PagePainter(style.paper().height(), encoder, layout.pages());
    for (Placed placed : layout.placed()) {
      painter.paint(placed);
    }
    if (numbers != null || layout.pages() > 1) {
      PageNumbers shown = numbers == null ? PageNumbers.OF_ONE_DOCUMENT : numbers;
      numberPages(document, layout.pages(), shown, paragraphs, painter);
    }
    if (style.foldMarks()) {
      painter.paintFoldMarks(style.paper().firstFold(), style.paper().secondFold());
    }
    byte[] pdf = writer.write(document, layout.root(), painter.pages(), encoder.fonts());
    return new SetDocument(pdf, layout.pages(), layout.tightened());
  }

  /** How many pages a document takes, without drawing them. */
  public int pages(Document document) {
    DocumentParagraphs paragraphs =
        new DocumentParagraphs(setter, sharedParagraphs, false, new MissingCharacters());
    return LetterLayout.inOnePage(document, paragraphs, pictures, style).pages();
  }

  private void numberPages(
      Document document,
      int count,
      PageNumbers numbers,
      DocumentParagraphs paragraphs,
      PagePainter painter) {
    for (int page = 0; page < count; page++) {
      List<Inline> number = List.of(new Inline.Text(numbers.shown(page, count)));
      Paragraph words = paragraphs.of(number, () -> number, document.language(), false);
      int size = style.settings().get(0).small();
      int top = style.paper().height() - NUMBER_FROM_FOOT;
      painter.paintArtifact(page, words, style.paper().width() / 2, size, top);
    }
  }
}
