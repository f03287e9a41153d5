package org.urgentaction.docx;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.document.Block;

/** Writes boxes as a table, beside each other as the PDF has them; no row is parted by a page. */
final class BoxTable {
  static final int PADDING = Length.twips(2.2);
  private static final int SMALL = 18;

  /** Writes what stands in a cell, which ends with a paragraph. */
  interface CellWriter {
    void write(List<Block> box, int width);
  }

  private final Xml xml;
  private final Look look;
  private final int column;

  /**
   * @param column its width, in twentieths of a point
   */
  BoxTable(Xml xml, Look look, int column) {
    this.xml = xml;
    this.look = look;
    this.column = column;
  }

  /** How many stand beside each other. */
  static int across(Block.Boxes boxes, Look look) {
    int count = boxes.boxes().size();
    if (!boxes.framed()) {
      return count;
    }
    return count == 4 ? (look.size() < SMALL ? 4 : 2) : Math.min(count, 3);
  }

  /** The widths of a row's cells. */
  static List<Integer> widths(Block.Boxes boxes, Look look, int column) {
    int across = across(boxes, look);
    List<Integer> shares = new ArrayList<>();
    for (int i = 0; i < across; i++) {
      shares.add(boxes.framed() ? 1 : share(boxes.boxes().get(i)));
    }
    int all = shares.stream().mapToInt(Integer::intValue).sum();
    return shares.stream().map(share -> column * share / all).toList();
  }

  private static int share(List<Block> box) {
    return box.stream().anyMatch(Block.Figure.class::isInstance) ? 1 : 2;
  }

  void write(Block.Boxes boxes, CellWriter writer) {
    List<Integer> widths = widths(boxes, look, column);
    xml.start("w:tbl").start("w:tblPr");
    if (boxes.framed()) {
      xml.value("w:tblStyle", BulletinStyles.BOXES);
    }
    if (look.rightToLeft()) {
      xml.empty("w:bidiVisual");
    }
    int width = widths.stream().mapToInt(Integer::intValue).sum();
    xml.empty("w:tblW", "w:w", width, "w:type", "dxa");
    xml.empty("w:tblLayout", "w:type", "fixed");
    if (!boxes.framed()) {
      xml.start("w:tblCellMar");
      for (String side : List.of("w:left", "w:right")) {
        xml.empty(side, "w:w", 0, "w:type", "dxa");
      }
      xml.end();
    }
    xml.end().start("w:tblGrid");
    widths.forEach(wide -> xml.empty("w:gridCol", "w:w", wide));
    xml.end();
    for (int from = 0; from < boxes.boxes().size(); from += widths.size()) {
      xml.start("w:tr").start("w:trPr").empty("w:cantSplit").end();
      for (int i = 0; i < widths.size(); i++) {
        boolean there = from + i < boxes.boxes().size();
        writeCell(
            boxes.framed() && there,
            there ? boxes.boxes().get(from + i) : List.of(),
            widths.get(i),
            writer);
      }
      xml.end();
    }
    xml.end();
  }

  private void writeCell(boolean grey, List<Block> box, int width, CellWriter writer) {
    xml.start("w:tc").start("w:tcPr").empty("w:tcW", "w:w", width, "w:type", "dxa");
    if (grey) {
      xml.empty("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", BulletinStyles.GREY);
    }
    xml.end();
    if (box.isEmpty()) {
      xml.empty("w:p");
    } else {
      writer.write(box, width - 2 * PADDING);
    }
    xml.end();
  }
}
