package org.urgentaction.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.urgentaction.letter.SpreadsheetCells;

/**
 * Writes records with named fields for other programs, one after the other as they come: as CSV
 * (RFC 4180) whose cells no spreadsheet takes for formulas, or as JSON Lines.
 */
public enum ActionExport {
  CSV {
    @Override
    public void write(Writer out, List<String> fields, Consumer<Consumer<Map<String, ?>>> records)
        throws IOException {
      CSVPrinter csv = CSVFormat.DEFAULT.print(out);
      csv.printRecord(fields);
      each(records, action -> csv.printRecord(cells(action.values())));
    }
  },
  JSONL {
    @Override
    public void write(Writer out, List<String> fields, Consumer<Consumer<Map<String, ?>>> records)
        throws IOException {
      each(records, action -> out.write(JsonOutput.line(action) + "\n"));
    }
  };

  /** What is done with a record, as far as the disk allows. */
  private interface Line {
    void write(Map<String, ?> action) throws IOException;
  }

  /**
   * Writes them all.
   *
   * @param fields of every record, in their order
   * @param records gives each to who takes them
   */
  public abstract void write(
      Writer out, List<String> fields, Consumer<Consumer<Map<String, ?>>> records)
      throws IOException;

  private static void each(Consumer<Consumer<Map<String, ?>>> records, Line line)
      throws IOException {
    try {
      records.accept(
          action -> {
            try {
              line.write(action);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<String> cells(Collection<?> values) {
    return values.stream().map(ActionExport::cell).toList();
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : SpreadsheetCells.guarded(Objects.toString(value));
  }
}
