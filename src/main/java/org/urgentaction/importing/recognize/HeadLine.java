package org.urgentaction.importing.recognize;

/**
 * A line, or a part of a long line, that names an office or where it sits.
 *
 * @param line the number of the line it stands on
 */
record HeadLine(String text, int line) {}
