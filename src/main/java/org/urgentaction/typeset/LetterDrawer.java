package org.urgentaction.typeset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.Paper;
import org.urgentaction.document.PrintableText;
import org.urgentaction.document.RunningHead;

/**
 * Draws letters that share most of their words: what they share is shaped and set once, and kept as
 * it is drawn. Safe for use by several threads.
 */
final class LetterDrawer {
  private static final int NUMBER_FROM_FOOT = Paper.mm(12);
  private static final int HEADER_FROM_TOP = Paper.mm(11);

  private final PictureReader pictures;
  private final Map<DocumentParagraphs.Key, Paragraph> sharedParagraphs = new ConcurrentHashMap<>();
  private final GlyphStock stock;
  private final ParagraphSetter setter;

  /**
   * @param style what letters are set on; of a print run's several papers, any
   * @param shared documents whose words letters share
   * @param words to be kept as they are shaped, the shared ones first
   * @throws org.urgentaction.problem.InvalidInputException where they have characters that no font
   *     has
   */
  LetterDrawer(FontLibrary fonts, PageStyle style, List<Document> shared, int words) {
    stock = new GlyphStock(words);
    pictures = new PictureReader(style.fax());
    WordCache cache = new WordCache(words);
    setter = new ParagraphSetter(fonts, cache);
    shared.stream()
        .map(Document::language)
        .distinct()
        .forEach(language -> stock.addAlphabet(fonts, cache, language));
    MissingCharacters missing = new MissingCharacters();
    for (Document document : shared) {
      DocumentParagraphs paragraphs =
          new DocumentParagraphs(document, setter, sharedParagraphs, true, missing);
      LetterLayout.fitting(document, paragraphs, pictures, style);
      paragraphs.forEach(stock::add);
    }
    missing.refuse();
    stock.complete();
  }

  /**
   * How many pages a document takes, without drawing them.
   *
   * @throws org.urgentaction.problem.InvalidInputException as {@link #draw} does
   */
  int pages(Document document, PageStyle style) {
    MissingCharacters missing = new MissingCharacters();
    return layout(document, style, paragraphs(document, missing), missing).pages();
  }

  private DocumentParagraphs paragraphs(Document document, MissingCharacters missing) {
    return new DocumentParagraphs(document, setter, sharedParagraphs, false, missing);
  }

  private Layout layout(
      Document document,
      PageStyle style,
      DocumentParagraphs paragraphs,
      MissingCharacters missing) {
    missing.lookInto("the title");
    PrintableText.clean(document.title(), missing::noText);
    Layout layout = LetterLayout.fitting(document, paragraphs, pictures, style);
    missing.refuse();
    return layout;
  }

  /** What writes the words of one file. */
  GlyphEncoder encoder() {
    return new GlyphEncoder(stock);
  }

  /**
   * @param encoder of the file that the letter is for
   * @param numbers null for page numbers only where there are several pages
   * @throws org.urgentaction.problem.InvalidInputException naming the characters that no font has
   */
  DrawnLetter draw(
      Document document, PageStyle style, GlyphEncoder encoder, @Nullable PageNumbers numbers) {
    MissingCharacters missing = new MissingCharacters();
    DocumentParagraphs paragraphs = paragraphs(document, missing);
    Layout layout = layout(document, style, paragraphs, missing);
    PagePainter painter = new PagePainter(style.paper().height(), encoder, layout.pages());
    for (Placed placed : layout.placed()) {
      painter.paint(placed);
    }
    if (numbers != null || layout.pages() > 1) {
      PageNumbers shown = numbers == null ? PageNumbers.OF_ONE_DOCUMENT : numbers;
      head(document, style, layout.pages(), shown, paragraphs, painter);
    }
    if (style.foldMarks()) {
      painter.paintFoldMarks(style.paper().firstFold(), style.paper().secondFold());
    }
    return new DrawnLetter(
        document, style.paper(), layout.root(), painter.pages(), layout.tightened());
  }

  /** Numbers the pages, and says at the head of further ones what they belong to. */
  private static void head(
      Document document,
      PageStyle style,
      int count,
      PageNumbers numbers,
      DocumentParagraphs paragraphs,
      PagePainter painter) {
    for (int page = 0; page < count; page++) {
      List<Inline> number = List.of(new Inline.Text(numbers.shown(page, count)));
      Paragraph words =
          paragraphs.of(number, "the page number", () -> number, document.language(), false);
      int size = style.settings(document).get(0).small();
      int centre = style.paper().width() / 2;
      int top = style.paper().height() - NUMBER_FROM_FOOT;
      painter.paintArtifact(page, words, centre, size, top);
      List<Inline> header = page == 0 ? List.of() : RunningHead.of(document);
      if (!header.isEmpty()) {
        Paragraph line =
            paragraphs.of(header, "the head of a page", () -> header, document.language(), false);
        painter.paintArtifact(page, line, centre, size, HEADER_FROM_TOP);
      }
    }
  }
}
