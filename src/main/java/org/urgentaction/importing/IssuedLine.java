package org.urgentaction.importing;

import java.util.List;

/**
 * One line of an issued document in reading order, without its layout: what the recognition of an
 * Urgent Action works on, whatever format the document came in.
 *
 * @param number where it stands, counted from 1: the line of a text file or PDF, the place among
 *     the lines of a Word file or web page
 * @param page from 1 in a PDF, 0 in formats without pages
 * @param text without line ends, spaces at its ends or a bullet, never empty; whole paragraphs
 *     where the format knows them
 * @param gapBefore whether an empty line or a wider space stands before it
 * @param strong whether all of it is set in bold
 * @param links addresses that words of this line lead to, as far as the format tells
 */
public record IssuedLine(
    int number,
    int page,
    Kind kind,
    String text,
    boolean gapBefore,
    boolean strong,
    List<String> links) {

  /** What the format says a line is. */
  public enum Kind {
    TEXT,
    HEADING,
    ITEM
  }

  public IssuedLine {
    links = List.copyOf(links);
  }
}
