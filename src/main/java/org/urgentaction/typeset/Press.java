package org.urgentaction.typeset;

import org.urgentaction.document.Document;

/**
 * Sets documents that share most of their words; the seam behind which there may be faster ones.
 */
public interface Press {

  /**
   * Sets a document on pages. The same document gives the same bytes, whatever was set before.
   *
   * @throws org.urgentaction.problem.InvalidInputException naming the characters that no font has,
   *     or the picture that cannot be read
   */
  SetDocument set(Document document);
}
