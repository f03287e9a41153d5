package org.urgentaction.importing;

import java.util.List;

/**
 * A document as a section issued it, reduced to its lines in reading order.
 *
 * @param source the file's name, for messages
 * @param title what the file itself calls the document (a web page's title), empty where it does
 *     not
 * @param language BCP 47 tag that the file states for its text, empty where it does not
 */
public record IssuedDocument(String source, String title, String language, List<IssuedLine> lines) {

  public IssuedDocument {
    lines = List.copyOf(lines);
  }
}
