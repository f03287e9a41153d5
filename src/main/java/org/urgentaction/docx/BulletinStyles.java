package org.urgentaction.docx;

import java.util.Set;
import org.urgentaction.document.Block;

/** The styles that a bulletin has beyond a letter's, under Word's own names where it has one. */
final class BulletinStyles {
  static final String TITLE = "Title";
  static final String MASTHEAD = "Masthead";
  static final String ISSUE = "Subtitle";
  static final String NOTICE = "Notice";
  static final String LEAD = "Lead";
  static final String CAPTION = "Caption";
  static final String BOX_TEXT = "BoxText";
  static final String BOXES = "Boxes";
  static final String GREY = "EBEBEB";
  private static final String NOTICE_GROUND = "D9D9D9";
  private static final String BLACK = "000000";
  private static final String WHITE = "FFFFFF";
  private static final Set<String> OURS = Set.of(MASTHEAD, NOTICE, LEAD, BOX_TEXT);

  private final Xml xml;
  private final Look look;

  BulletinStyles(Xml xml, Look look) {
    this.xml = xml;
    this.look = look;
  }

  void write() {
    int gap = look.gap();
    int inset = Length.twips(1.5);
    int banner = look.size(Block.Role.MASTHEAD);
    paragraph(
        MASTHEAD,
        "Masthead",
        spaced(banner, 0).keptWithNext().ground(BLACK).indent(inset, inset),
        sized(banner).bold().white());
    paragraph(ISSUE, "Subtitle", spaced(look.size(), gap).keptWithNext(), sized(look.size()));
    paragraph(
        NOTICE,
        "Notice",
        spaced(look.size(), gap * 2)
            .keptWithNext()
            .keptTogether()
            .ground(NOTICE_GROUND)
            .indent(inset, inset),
        sized(look.size()).bold());
    int title = look.headingSize(1);
    paragraph(
        TITLE,
        "Title",
        spaced(title, look.beforeHeading(1)).keptWithNext().keptTogether(),
        sized(title).bold());
    int lead = look.size(Block.Role.LEAD);
    paragraph(LEAD, "Lead", spaced(lead, gap), sized(lead));
    int small = look.size(Block.Role.CAPTION);
    paragraph(CAPTION, "caption", spaced(small, gap / 2), sized(small));
    int box = look.boxSize();
    paragraph(BOX_TEXT, "Box Text", spaced(box, 0), sized(box));
    writeBoxes();
  }

  /** White lines between grey cells. */
  private void writeBoxes() {
    xml.start("w:style").attribute("w:type", "table").attribute("w:customStyle", 1);
    xml.attribute("w:styleId", BOXES).value("w:name", "Boxes").value("w:uiPriority", 9);
    xml.empty("w:qFormat").start("w:tblPr").start("w:tblBorders");
    for (String side : new String[] {"w:insideH", "w:insideV"}) {
      xml.empty(side, "w:val", "single", "w:sz", 80, "w:space", 0, "w:color", WHITE);
    }
    xml.end().start("w:tblCellMar");
    for (String side : new String[] {"w:top", "w:left", "w:bottom", "w:right"}) {
      xml.empty(side, "w:w", BoxTable.PADDING, "w:type", "dxa");
    }
    xml.end().end().end();
  }

  private void paragraph(
      String id, String name, ParagraphProperties properties, RunProperties run) {
    xml.start("w:style").attribute("w:type", "paragraph");
    if (OURS.contains(id)) {
      xml.attribute("w:customStyle", 1);
    }
    xml.attribute("w:styleId", id).value("w:name", name).value("w:basedOn", StylesPart.NORMAL);
    xml.value("w:uiPriority", 9).empty("w:qFormat");
    properties.write(xml);
    run.write(xml);
    xml.end();
  }

  private ParagraphProperties spaced(int size, int before) {
    return new ParagraphProperties().before(before).line(look.pitch(size));
  }

  private RunProperties sized(int size) {
    return new RunProperties().size(look.westernSize(size), look.complexSize(size));
  }
}
