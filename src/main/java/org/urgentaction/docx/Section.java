package org.urgentaction.docx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.document.Document;
import org.urgentaction.document.Inline;
import org.urgentaction.document.RunningHead;

/**
 * The sheet with its margins, and what its pages show besides the letter, as the PDF has it: their
 * number wherever there are several, and on further ones to whom the letter is and its date.
 */
final class Section {
  private static final int HEADER_FROM_TOP = Length.twips(11);
  private static final int NUMBER_FROM_FOOT = Length.twips(12);
  private static final String HEADER = "header1.xml";
  private static final String FOOTER = "footer1.xml";

  private final Document document;
  private final Look look;
  private final Margins margins;
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  Section(Document document, Look look, Margins margins) {
    this.document = document;
    this.look = look;
    this.margins = margins;
  }

  /** The files it has made, by name below word/. */
  Map<String, byte[]> parts() {
    return parts;
  }

  /**
   * Margins are the sheet's left and right ones here, whichever way lines run.
   *
   * @param top from the top of the sheet to the first line of the first page
   * @param several whether the document is known to take more than a page: then its first page has
   *     a number too
   */
  void write(Xml xml, RunWriter runs, Relations relations, int top, boolean several) {
    boolean left = look.rightToLeft();
    List<Inline> head = RunningHead.of(document);
    xml.start("w:sectPr");
    if (!head.isEmpty()) {
      parts.put(HEADER, header(head, runs));
      refer(xml, "w:headerReference", "default", relations.part(Xml.RELATIONS + "/header", HEADER));
    }
    parts.put(FOOTER, footer());
    String footer = relations.part(Xml.RELATIONS + "/footer", FOOTER);
    refer(xml, "w:footerReference", "default", footer);
    if (several) {
      refer(xml, "w:footerReference", "first", footer);
    }
    xml.empty("w:pgSz", "w:w", margins.width(), "w:h", margins.height());
    xml.start("w:pgMar")
        .attribute("w:top", top)
        .attribute("w:right", left ? margins.start() : margins.end())
        .attribute("w:bottom", margins.bottom())
        .attribute("w:left", left ? margins.end() : margins.start())
        .attribute("w:header", HEADER_FROM_TOP)
        .attribute("w:footer", NUMBER_FROM_FOOT - pitch().twips())
        .attribute("w:gutter", 0)
        .end();
    xml.empty("w:titlePg");
    if (left) {
      xml.empty("w:bidi");
    }
    xml.end();
  }

  private static void refer(Xml xml, String element, String pages, String identifier) {
    xml.empty(element, "w:type", pages, "r:id", identifier);
  }

  private Pitch pitch() {
    return look.pitch(Look.RUNNING);
  }

  /** Its room below reaches to where the text of a page begins that has no head of a letter. */
  private byte[] header(List<Inline> words, RunWriter runs) {
    Xml xml = new Xml("w:hdr");
    ParagraphProperties properties =
        new ParagraphProperties()
            .style(StylesPart.HEADER)
            .room(0, Math.max(0, margins.top() - HEADER_FROM_TOP - pitch().twips()));
    if (look.rightToLeft()) {
      properties.rightToLeft(true).markRightToLeft();
    }
    xml.start("w:p");
    properties.write(xml);
    runs.into(xml).write(TextRuns.of(words, look.language()), Look.RUNNING, false);
    return xml.end().bytes();
  }

  /** Page and pages, in this order whichever way the letter runs. */
  private byte[] footer() {
    Xml xml = new Xml("w:ftr");
    xml.start("w:p");
    ParagraphProperties properties = new ParagraphProperties().style(StylesPart.FOOTER);
    if (look.rightToLeft()) {
      properties.rightToLeft(false);
    }
    properties.write(xml);
    field(xml, "PAGE", "1");
    xml.start("w:r").start("w:t").text("/").end().end();
    field(xml, "NUMPAGES", "1");
    return xml.end().bytes();
  }

  /** A field, with what it shows until a word processor counts. */
  private static void field(Xml xml, String code, String shown) {
    xml.start("w:fldSimple").attribute("w:instr", " " + code + " ");
    xml.start("w:r").start("w:t").text(shown).end().end().end();
  }
}
