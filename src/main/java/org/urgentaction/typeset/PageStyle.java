package org.urgentaction.typeset;

import java.util.List;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;

/**
 * The sheet to set on.
 *
 * @param foldMarks whether short lines at the left edge show where to fold
 * @param fax whether the page has to survive a fax line: larger type, and none of it small
 */
public record PageStyle(Paper paper, boolean foldMarks, boolean fax) {

  public PageStyle(Paper paper, boolean foldMarks) {
    this(paper, foldMarks, false);
  }

  /** A page that a fax machine sends: type of 12 points, 11 at the least, and no thin rules. */
  public static PageStyle fax(Paper paper) {
    return new PageStyle(paper, false, true);
  }

  /** The settings to try, the usual one first. */
  List<Setting> settings(Document document) {
    if (fax) {
      return Setting.FAX_STEPS;
    }
    return document.bulletin() ? Setting.BULLETIN_STEPS : Setting.STEPS;
  }
}
