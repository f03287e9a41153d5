package org.urgentaction.fax;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageNumbers;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;

/**
 * Sets documents as one fax: a cover sheet and what goes with it, numbered through. Safe for use by
 * several threads.
 */
public final class FaxPress {
  private static final int WORDS = 20_000;

  private final PdfPress press;
  private final FaxResolution resolution;

  /**
   * @param fonts those of {@link FontLibrary#forFax()}
   */
  public FaxPress(FontLibrary fonts, Paper paper, FaxResolution resolution) {
    this.press = new PdfPress(fonts, PageStyle.fax(paper), List.of(), WORDS);
    this.resolution = resolution;
  }

  /**
   * The cover sheet and the documents behind it. The same input gives the same bytes.
   *
   * @param cover makes the cover sheet for a number of pages, itself included
   * @param words the number of each page, in the documents' language
   * @throws org.urgentaction.problem.InvalidInputException naming the characters that no font has,
   *     or the picture that cannot be read
   */
  public FaxDocument set(
      IntFunction<Document> cover, List<Document> documents, PageNumbers.Words words) {
    List<Integer> counts = documents.stream().map(press::pages).toList();
    int behind = counts.stream().mapToInt(Integer::intValue).sum();
    int all = pages(cover, behind) + behind;
    Document sheet = cover.apply(all);
    List<BufferedImage> pages = new ArrayList<>(drawn(sheet, 0, behind, words));
    for (int i = 0; i < documents.size(); i++) {
      int after = all - pages.size() - counts.get(i);
      pages.addAll(drawn(documents.get(i), pages.size(), after, words));
    }
    return new FaxDocument(pages, sheet.title(), sheet.language(), resolution);
  }

  private List<BufferedImage> drawn(
      Document document, int before, int after, PageNumbers.Words words) {
    byte[] pdf = press.set(document, new PageNumbers(before, after, words)).pdf();
    return new FaxRenderer(resolution).pages(pdf);
  }

  /** How many pages the cover sheet takes; one, unless an office has a very long name. */
  private int pages(IntFunction<Document> cover, int behind) {
    return press.pages(cover.apply(1 + behind));
  }
}
