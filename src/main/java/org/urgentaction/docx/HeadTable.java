package org.urgentaction.docx;

import java.util.List;
import java.util.function.Consumer;
import org.urgentaction.document.Block;

/** Writes a letter's head as a table without lines, mirrored where lines run to the left. */
final class HeadTable {
  private final Xml xml;
  private final boolean rightToLeft;
  private final int startWidth;
  private final int endWidth;

  HeadTable(Xml xml, Look look, Margins margins, LetterHead head) {
    this.xml = xml;
    rightToLeft = look.rightToLeft();
    startWidth = head.startWidth();
    endWidth = margins.column() - startWidth;
  }

  /**
   * @param writer writes what stands in a cell, as one paragraph
   */
  void write(List<LetterHead.Row> rows, Consumer<Block> writer) {
    xml.start("w:tbl").start("w:tblPr");
    if (rightToLeft) {
      xml.empty("w:bidiVisual");
    }
    xml.empty("w:tblW", "w:w", startWidth + endWidth, "w:type", "dxa");
    xml.empty("w:tblLayout", "w:type", "fixed").start("w:tblCellMar");
    for (String side : List.of("w:left", "w:right")) {
      xml.empty(side, "w:w", 0, "w:type", "dxa");
    }
    xml.end().end().start("w:tblGrid");
    xml.empty("w:gridCol", "w:w", startWidth).empty("w:gridCol", "w:w", endWidth).end();
    for (LetterHead.Row row : rows) {
      writeRow(row, writer);
    }
    xml.end();
  }

  private void writeRow(LetterHead.Row row, Consumer<Block> writer) {
    xml.start("w:tr").start("w:trPr").empty("w:cantSplit");
    xml.empty("w:trHeight", "w:val", row.height(), "w:hRule", "atLeast").end();
    writeCell(row.start(), startWidth, writer);
    writeCell(row.end(), endWidth, writer);
    xml.end();
  }

  private void writeCell(LetterHead.Cell cell, int width, Consumer<Block> writer) {
    xml.start("w:tc").start("w:tcPr").empty("w:tcW", "w:w", width, "w:type", "dxa");
    if (cell.goesOn()) {
      xml.value("w:vMerge", "continue");
    } else if (cell.block() != null) {
      xml.value("w:vMerge", "restart");
    }
    xml.end();
    if (cell.block() == null) {
      xml.empty("w:p");
    } else {
      writer.accept(cell.block());
    }
    xml.end();
  }
}
