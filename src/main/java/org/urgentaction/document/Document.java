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
 */
public record Document(Locale language, String title, List<Block> blocks) {

  public Document {
    blocks = List.copyOf(blocks);
  }

  /** Whether paragraphs run from right to left, by the script CLDR gives the language. */
  public boolean rightToLeft() {
    return isRightToLeft(language);
  }

  public static boolean isRightToLeft(Locale language) {
    return ULocale.forLocale(language).isRightToLeft();
  }
}
