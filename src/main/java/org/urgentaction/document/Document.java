package org.urgentaction.document;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;

/**
 * What is to be rendered: a letter, a covering letter, a bulletin. Every output draws this and adds
 * no words.
 *
 * @param language of everything that does not say otherwise
 * @param title what a reader's window shows; the only metadata besides the language
 * @param names of people, which lines keep whole where the language's words have no spaces
 */
public record Document(Locale language, String title, List<Block> blocks, List<String> names) {

  public Document {
    blocks = List.copyOf(blocks);
    names = List.copyOf(names);
  }

  public Document(Locale language, String title, List<Block> blocks) {
    this(language, title, blocks, List.of());
  }

  /** The same document, in which these are people's names. */
  public Document naming(List<String> people) {
    return new Document(language, title, blocks, people);
  }

  /** Whether it is a bulletin, which has a masthead, and not a letter. */
  public boolean bulletin() {
    return blocks.stream()
        .anyMatch(
            block -> block instanceof Block.Paragraph words && words.role() == Block.Role.MASTHEAD);
  }

  /** Whether paragraphs run from right to left, by the script CLDR gives the language. */
  public boolean rightToLeft() {
    return isRightToLeft(language);
  }

  public static boolean isRightToLeft(Locale language) {
    return ULocale.forLocale(language).isRightToLeft();
  }
}
