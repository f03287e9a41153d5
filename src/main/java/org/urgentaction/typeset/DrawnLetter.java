package org.urgentaction.typeset;

import java.util.List;
import org.urgentaction.document.Document;
import org.urgentaction.document.Paper;

/** A document drawn on its pages, before it is written into a file. */
record DrawnLetter(
    Document document,
    Paper paper,
    StructureNode structure,
    List<PageContent> pages,
    boolean tightened) {}
