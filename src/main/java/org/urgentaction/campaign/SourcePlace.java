package org.urgentaction.campaign;

/**
 * Where something stands in a file, for messages that can be clicked on.
 *
 * @param line 1-based
 * @param column 1-based, in code points
 */
public record SourcePlace(int line, int column) {}
