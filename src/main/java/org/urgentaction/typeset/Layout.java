package org.urgentaction.typeset;

import java.util.List;

/** A document's items on its pages, in reading order, and its logical structure. */
record Layout(StructureNode root, List<Placed> placed, int pages, boolean tightened) {}
