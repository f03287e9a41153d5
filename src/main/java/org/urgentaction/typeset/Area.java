package org.urgentaction.typeset;

/** A rectangle; its edges counted from the page's left and lower one. */
record Area(int left, int bottom, int right, int top) {}
