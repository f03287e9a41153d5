package org.urgentaction.typeset;

/**
 * How the pages of a document are numbered that goes out together with others.
 *
 * @param before pages that go before it
 * @param after pages that go after it
 */
public record PageNumbers(int before, int after, Words words) {
  static final PageNumbers OF_ONE_DOCUMENT =
      new PageNumbers(0, 0, (page, pages) -> page + "/" + pages);

  /** The words for a page's number, in the language of the document. */
  @FunctionalInterface
  public interface Words {
    /**
     * The number of a page.
     *
     * @param page from 1
     * @param pages all that go out together
     */
    String of(int page, int pages);
  }

  /**
   * What stands on a page.
   *
   * @param page of the document, from 0
   * @param count of the document's own pages
   */
  String shown(int page, int count) {
    return words.of(before + page + 1, before + count + after);
  }
}
