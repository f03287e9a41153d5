package org.urgentaction.letter;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Reads the rows of a CSV file as they are asked for; no row may be longer than a megabyte. */
final class CsvRows implements TableRows {
  private final String source;
  private final RowLimit text;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line = 1;

  /** Stops what would read on to the end for want of a closing quote. */
  private static final class RowLimit extends FilterReader {
    /** What the parser reads ahead, twice. */
    private static final int AHEAD = 1 << 14;

    private int inRow;

    RowLimit(Reader text) {
      super(text);
    }

    void rowEnds() {
      inRow = 0;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (inRow > LONGEST_ROW + AHEAD) {
        throw new RowTooLongException();
      }
      int read = super.read(buffer, offset, length);
      inRow += Math.max(read, 0);
      return read;
    }
  }

  /** Tells a row without end from a file that cannot be read. */
  private static final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param separatorNamed whether the first line names the separator ({@code sep=;}) and holds no
   *     row
   */
  CsvRows(String source, Reader file, char separator, boolean separatorNamed) throws IOException {
    this.source = source;
    this.text = new RowLimit(file);
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    parser = CSVParser.builder().setReader(text).setFormat(format).get();
    records = parser.iterator();
    if (separatorNamed) {
      next();
    }
  }

  @Override
  public @Nullable TableRow next() {
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        text.rowEnds();
        TableRow row = new TableRow((int) line, record.toList());
        line = parser.getCurrentLineNumber() + 1;
        if (row.length() > LONGEST_ROW) {
          throw tooLong(row.line());
        }
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof RowTooLongException ? tooLong((int) line) : noCsv((int) line);
    }
  }

  private InvalidInputException tooLong(int where) {
    return invalid(where, "the row that begins here is longer than 1 MB");
  }

  private InvalidInputException noCsv(int where) {
    return invalid(where, "the row that begins here is no CSV");
  }

  private InvalidInputException invalid(int where, String message) {
    return new InvalidInputException(
        Problem.error(source, where, 0, message).advise("look for a quote that is never closed"));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
