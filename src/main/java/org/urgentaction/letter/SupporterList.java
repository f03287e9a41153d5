package org.urgentaction.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A table of writers: CSV in any usual separator and encoding, or XLSX. Column titles stand in the
 * first row, in any order and under their usual synonyms; other columns are passed over. Its
 * writers are read as they are asked for, each time anew, so that a list may be larger than memory;
 * rows of which no writer can be made are passed over, and {@link #survey} tells of them.
 */
public final class SupporterList implements Iterable<Writer> {
  private static final int MOST_PROBLEMS = 20;

  private final String source;
  private final boolean safe;
  private final boolean emailNeeded;
  private @Nullable CsvTable csv;

  /**
   * @param source the file as the user named it
   * @param safe whether all sign with initials and place
   * @param emailNeeded whether a row without an email address is an error: mail needs one
   */
  public SupporterList(String source, boolean safe, boolean emailNeeded) {
    this.source = source;
    this.safe = safe;
    this.emailNeeded = emailNeeded;
  }

  /** The file as the user named it. */
  public String source() {
    return source;
  }

  /**
   * Goes through the whole list once: afterwards it is known that it can be read to its end.
   *
   * @param badRows where the rows go of which no writer can be made, as they stand in the list
   * @return how many there are of each kind
   * @throws InvalidInputException where the file or its header is wrong, a row cannot be told from
   *     the next, or not one row is good; for the rows, naming row and column of what is wrong, at
   *     most twenty of them
   */
  public ListSurvey survey(BadRows badRows) {
    Writer writer = null;
    long good = 0;
    long bad = 0;
    List<Problem> first = new ArrayList<>();
    try (OpenList list = open()) {
      badRows.header(list.header.cells());
      for (TableRow row = list.rows.next(); row != null; row = list.rows.next()) {
        try {
          Writer next = list.writer(row);
          writer = writer == null ? next : writer;
          good++;
        } catch (InvalidInputException e) {
          bad++;
          badRows.add(row.cells(), e.problems());
          e.problems().stream().limit(MOST_PROBLEMS - first.size()).forEach(first::add);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (writer != null) {
      return new ListSurvey(writer, good, bad, first);
    }
    throw bad > 0
        ? new InvalidInputException(first)
        : invalid("the list names columns but no writer", "add a row for each writer");
  }

  /**
   * All writers at once, of a short list.
   *
   * @throws InvalidInputException as {@link #survey}, and where any row is bad
   */
  public List<Writer> read() {
    ListSurvey survey = survey(BadRows.none());
    if (survey.bad() > 0) {
      throw new InvalidInputException(survey.problems());
    }
    List<Writer> writers = new ArrayList<>();
    forEach(writers::add);
    return writers;
  }

  /** The good rows' writers in the order of the list; the file is closed behind the last one. */
  @Override
  public Iterator<Writer> iterator() {
    return open();
  }

  private OpenList open() {
    TableRows rows = null;
    try {
      rows = rows(Path.of(source));
      TableRow header = rows.next();
      if (header == null) {
        throw invalid("the list is empty", "its first row names the columns, such as name,email");
      }
      return new OpenList(rows, header, columns(header));
    } catch (IOException e) {
      close(rows);
      throw unreadable(e);
    } catch (InvalidInputException e) {
      close(rows);
      throw e;
    }
  }

  private void close(@Nullable TableRows rows) {
    try {
      if (rows != null) {
        rows.close();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The list from its second row on. */
  private final class OpenList implements Iterator<Writer>, AutoCloseable {
    private final TableRows rows;
    private final TableRow header;
    private final Map<WriterField, Integer> columns;
    private final WriterReader reader = new WriterReader(safe);
    private @Nullable Writer next;

    OpenList(TableRows rows, TableRow header, Map<WriterField, Integer> columns) {
      this.rows = rows;
      this.header = header;
      this.columns = columns;
    }

    private @Nullable Writer writerOrNull(TableRow row) {
      try {
        return writer(row);
      } catch (InvalidInputException bad) {
        return null; // the survey has told of it
      }
    }

    private Writer writer(TableRow row) {
      Map<WriterField, String> values = new EnumMap<>(WriterField.class);
      columns.forEach(
          (field, column) -> values.put(field, SpreadsheetCells.unguarded(row.cell(column))));
      WriterReader.Place place =
          (field, message) ->
              Problem.error(source, row.line(), columns.getOrDefault(field, -1) + 1, message);
      Writer writer = reader.read(values, place);
      values.forEach((field, value) -> refuseLostCharacters(field, value, place));
      if (emailNeeded && writer.email() == null) {
        throw new InvalidInputException(
            place
                .problem(WriterField.EMAIL, "no email address in this row")
                .advise("fill it in, or take the row out; mail is sent in the writer's name"));
      }
      return writer;
    }

    @Override
    public boolean hasNext() {
      try {
        while (next == null) {
          TableRow row = rows.next();
          if (row == null) {
            close();
            return false;
          }
          next = writerOrNull(row);
        }
        return true;
      } catch (IOException e) {
        close();
        throw unreadable(e);
      } catch (InvalidInputException e) {
        close();
        throw e;
      }
    }

    @Override
    public Writer next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      Writer writer = next;
      next = null;
      return writer;
    }

    @Override
    public void close() {
      SupporterList.this.close(rows);
    }
  }

  /** What another program wrote in place of a letter that it could not write. */
  private static void refuseLostCharacters(
      WriterField field, String value, WriterReader.Place place) {
    if (value.indexOf('\uFFFD') >= 0) {
      throw new InvalidInputException(
          place
              .problem(field, "the %s holds a character that was lost (U+FFFD)".formatted(field))
              .advise("type it again, or save the list as UTF-8"));
    }
  }

  private Map<WriterField, Integer> columns(TableRow header) {
    Map<WriterField, Integer> columns = new EnumMap<>(WriterField.class);
    for (int i = 0; i < header.cells().size(); i++) {
      int column = i;
      WriterField.ofTitle(header.cells().get(i))
          .ifPresent(field -> columns.putIfAbsent(field, column));
    }
    boolean named =
        columns.containsKey(WriterField.NAME)
            || columns.containsKey(WriterField.FIRST_NAME)
            || columns.containsKey(WriterField.LAST_NAME);
    if (!named) {
      throw missing(header, WriterField.NAME);
    }
    if (emailNeeded && !columns.containsKey(WriterField.EMAIL)) {
      throw missing(header, WriterField.EMAIL);
    }
    return columns;
  }

  private InvalidInputException missing(TableRow header, WriterField field) {
    return new InvalidInputException(
        Problem.error(source, header.line(), 0, "no column is called \"%s\"".formatted(field))
            .advise("the first row must name the columns; it has: " + titles(header)));
  }

  /** The first titles, as far as they fit into a message. */
  private static String titles(TableRow header) {
    return String.join(
        ", ",
        header.cells().stream()
            .limit(12)
            .map(title -> title.replaceAll("[\\p{Cntrl}\\s]+", " "))
            .map(title -> title.length() > 40 ? title.substring(0, 40) + "…" : title)
            .toList());
  }

  private synchronized TableRows rows(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw invalid("there is no such file", "give the path of a CSV or XLSX file");
    }
    if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      return new XlsxTable(source, file).rows();
    }
    CsvTable table = csv == null ? new CsvTable(source, file) : csv;
    csv = table;
    return table.rows();
  }

  private InvalidInputException unreadable(IOException e) {
    return invalid(
        "the list cannot be read: " + e.getMessage(), "look at its path and permissions");
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
