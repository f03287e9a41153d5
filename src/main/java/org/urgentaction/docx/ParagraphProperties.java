package org.urgentaction.docx;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a paragraph or a style's paragraphs are set, written in the order the schema asks for
 * (CT_PPr); lengths in twentieths of a point.
 */
final class ParagraphProperties {
  private static final int UNSAID = Integer.MIN_VALUE;

  /** Eighths of a point. */
  private static final int RULE = 10;

  private static final int GROUND = 24;

  private @Nullable String style;
  private boolean keptWithNext;
  private boolean keptTogether;
  private int list = UNSAID;
  private int level;
  private boolean ruled;
  private @Nullable String ground;
  private @Nullable Boolean rightToLeft;
  private boolean markRightToLeft;
  private int before = UNSAID;
  private int after;
  private boolean centred;
  private int line = UNSAID;
  private String lineRule = "auto";
  private int start = UNSAID;
  private int end = UNSAID;
  private int hanging = UNSAID;
  private int outline = UNSAID;

  ParagraphProperties style(String id) {
    style = id;
    return this;
  }

  ParagraphProperties keptWithNext() {
    keptWithNext = true;
    return this;
  }

  ParagraphProperties keptTogether() {
    keptTogether = true;
    return this;
  }

  /**
   * An item of a list.
   *
   * @param number of the list in the numbering part
   * @param depth from 0
   */
  ParagraphProperties list(int number, int depth) {
    list = number;
    level = depth;
    return this;
  }

  /** With a line across the column above it. */
  ParagraphProperties ruled() {
    ruled = true;
    return this;
  }

  /**
   * On a ground as wide as the column.
   *
   * @param colour six hexadecimal digits
   */
  ParagraphProperties ground(String colour) {
    ground = colour;
    return this;
  }

  ParagraphProperties rightToLeft(boolean is) {
    rightToLeft = is;
    return this;
  }

  /** The paragraph's own mark, whose properties a list's label takes; not for a style. */
  ParagraphProperties markRightToLeft() {
    markRightToLeft = true;
    return this;
  }

  /** Room above; no paragraph of the text has room below: no two rooms must be reconciled. */
  ParagraphProperties before(int room) {
    before = room;
    return this;
  }

  ParagraphProperties room(int above, int below) {
    before = above;
    after = below;
    return this;
  }

  ParagraphProperties centred() {
    centred = true;
    return this;
  }

  /** From line to line. */
  ParagraphProperties line(Pitch pitch) {
    line = pitch.twips();
    lineRule = pitch.exact() ? "exact" : "atLeast";
    return this;
  }

  /** As tall as what stands in the line, a picture say. */
  ParagraphProperties lineAsTallAsContent() {
    line = 240;
    lineRule = "auto";
    return this;
  }

  /** Indents from the sides where this paragraph's own lines begin and end. */
  ParagraphProperties indent(int fromStart, int fromEnd) {
    start = fromStart;
    end = fromEnd;
    return this;
  }

  /** How far the first line begins before the others, where a list's label stands. */
  ParagraphProperties hanging(int length) {
    hanging = length;
    return this;
  }

  /** A heading's place in the outline, from 0. */
  ParagraphProperties outline(int depth) {
    outline = depth;
    return this;
  }

  void write(Xml xml) {
    xml.start("w:pPr");
    if (style != null) {
      xml.value("w:pStyle", style);
    }
    if (keptWithNext) {
      xml.empty("w:keepNext");
    }
    if (keptTogether) {
      xml.empty("w:keepLines");
    }
    if (list != UNSAID) {
      xml.start("w:numPr").value("w:ilvl", level).value("w:numId", list).end();
    }
    writeGround(xml);
    if (rightToLeft != null) {
      xml.value("w:bidi", rightToLeft ? 1 : 0);
    }
    writeSpacing(xml);
    writeIndent(xml);
    if (centred) {
      xml.value("w:jc", "center");
    }
    if (outline != UNSAID) {
      xml.value("w:outlineLvl", outline);
    }
    if (markRightToLeft) {
      new RunProperties().rightToLeft().write(xml);
    }
    xml.end();
  }

  /** A ground reaches to the borders around it, which have its colour. */
  private void writeGround(Xml xml) {
    if (ruled) {
      xml.start("w:pBdr");
      writeBorder(xml, "w:top", RULE, 3, "000000");
      xml.end();
    }
    if (ground != null) {
      xml.start("w:pBdr");
      for (String side : List.of("w:top", "w:left", "w:bottom", "w:right")) {
        writeBorder(xml, side, GROUND, 2, ground);
      }
      xml.end();
      xml.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", ground);
    }
  }

  private static void writeBorder(Xml xml, String side, int size, int space, String colour) {
    xml.empty(side, "w:val", "single", "w:sz", size, "w:space", space, "w:color", colour);
  }

  private void writeSpacing(Xml xml) {
    if (before == UNSAID && line == UNSAID) {
      return;
    }
    xml.start("w:spacing");
    if (before != UNSAID) {
      xml.attribute("w:before", before).attribute("w:after", after);
    }
    if (line != UNSAID) {
      xml.attribute("w:line", line).attribute("w:lineRule", lineRule);
    }
    xml.end();
  }

  /** In a paragraph that runs to the left, w:left is the side where it starts, at the right. */
  private void writeIndent(Xml xml) {
    if (start == UNSAID) {
      return;
    }
    xml.start("w:ind").attribute("w:left", start).attribute("w:right", end);
    if (hanging != UNSAID) {
      xml.attribute("w:hanging", hanging);
    }
    xml.end();
  }
}
