package org.urgentaction.campaign;

/**
 * A comment in a campaign file that asks a person to look at something: {@code # check: …}. Import
 * writes it; whoever has looked deletes it.
 *
 * @param text what is to be looked at, without what the comment begins with
 */
public record ReviewMark(SourcePlace place, String text) {
  /** What such a comment begins with, after its sign. */
  public static final String PREFIX = "check: ";

  /** What {@code ua check} itself misses, as {@link #missing} names it. */
  public static final String NUMBER = "UA number";

  public static final String PEOPLE = "name of anybody at risk";
  public static final String TARGET = "target";
  public static final String DEADLINE = "deadline";
  public static final String REQUEST = "request";

  private static final String NO = "no ";
  private static final String FOUND = " found in the document";

  /** The words for what a document does not hold, such as {@code deadline}. */
  public static String missing(String what) {
    return NO + what + FOUND;
  }

  /** Whether it says that the document does not hold something. */
  public boolean isMissing() {
    return text.startsWith(NO) && text.endsWith(FOUND);
  }

  /** What the document does not hold; the whole text of any other mark. */
  public String what() {
    return isMissing() ? text.substring(NO.length(), text.length() - FOUND.length()) : text;
  }

  /** Whether it says that the document does not hold this. */
  boolean isMissing(String what) {
    return text.equals(missing(what));
  }
}
