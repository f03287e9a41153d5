package org.urgentaction.typeset;

/**
 * The sheet to set on.
 *
 * @param foldMarks whether short lines at the left edge show where to fold
 */
public record PageStyle(Paper paper, boolean foldMarks) {}
