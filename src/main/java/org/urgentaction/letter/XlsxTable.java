package org.urgentaction.letter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Reads the first sheet of an Excel workbook (ISO/IEC 29500). */
final class XlsxTable {
  private static final long LARGEST = 50L << 20;

  private final String source;

  XlsxTable(String source) {
    this.source = source;
  }

  /** Rows that hold anything; the first is the header. */
  List<TableRow> rows(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw invalid("the workbook is larger than 50 MB", "save the list as CSV");
    }
    List<TableRow> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
      sheet.forEach(
          row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getCellCount(); i++) {
              cells.add(row.getCellText(i));
            }
            TableRow tableRow = new TableRow(row.getRowNum(), cells);
            if (!tableRow.isBlank()) {
              rows.add(tableRow);
            }
          });
    } catch (ExcelReaderException | IllegalStateException | IOException e) {
      throw invalid("the file is no Excel workbook", "save the list as XLSX or CSV");
    }
    return rows;
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
