package org.urgentaction.typeset;

/**
 * An item, or some of its rows, on a page.
 *
 * @param page from 0
 * @param to after the last row
 * @param top of the first row, from the top of the page, in hundredths of a point
 */
record Placed(Item item, int page, int from, int to, int top) {}
