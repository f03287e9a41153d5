package org.urgentaction.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Reads a table of writers: CSV in any usual separator and encoding, or XLSX. Column titles stand
 * in the first row, in any order and under their usual synonyms; other columns are passed over.
 */
public final class SupporterList {
  private static final int MOST_PROBLEMS = 20;

  private final String source;
  private final boolean safe;
  private final boolean emailNeeded;

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

  /**
   * All writers in the order of the list.
   *
   * @throws InvalidInputException naming row and column of what is wrong, at most twenty of them
   */
  public List<Writer> read() {
    List<TableRow> rows = rows(Path.of(source));
    if (rows.isEmpty()) {
      throw invalid("the list is empty", "its first row names the columns, such as name,email");
    }
    Map<WriterField, Integer> columns = columns(rows.get(0));
    List<Writer> writers = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    WriterReader reader = new WriterReader(safe);
    for (TableRow row : rows.subList(1, rows.size())) {
      try {
        writers.add(writer(reader, row, columns));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
        if (problems.size() >= MOST_PROBLEMS) {
          break;
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    if (writers.isEmpty()) {
      throw invalid("the list names columns but no writer", "add a row for each writer");
    }
    return writers;
  }

  private Writer writer(WriterReader reader, TableRow row, Map<WriterField, Integer> columns) {
    Map<WriterField, String> values = new EnumMap<>(WriterField.class);
    columns.forEach(
        (field, column) -> {
          if (column < row.cells().size()) {
            values.put(field, row.cells().get(column));
          }
        });
    WriterReader.Place place =
        (field, message) ->
            Problem.error(source, row.line(), columns.getOrDefault(field, -1) + 1, message);
    Writer writer = reader.read(values, place);
    if (emailNeeded && writer.email() == null) {
      throw new InvalidInputException(
          place
              .problem(WriterField.EMAIL, "no email address in this row")
              .advise("fill it in, or take the row out; mail is sent in the writer's name"));
    }
    return writer;
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
            .advise(
                "the first row must name the columns; it has: "
                    + String.join(", ", header.cells().stream().limit(12).toList())));
  }

  private List<TableRow> rows(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw invalid("there is no such file", "give the path of a CSV or XLSX file");
      }
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".xlsx")
          ? new XlsxTable(source).rows(file)
          : new CsvTable(source).rows(file);
    } catch (IOException e) {
      throw invalid(
          "the list cannot be read: " + e.getMessage(), "look at its path and permissions");
    }
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
