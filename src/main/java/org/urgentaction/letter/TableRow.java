package org.urgentaction.letter;

import java.util.List;

/**
 * A row of a table as it stands in a file.
 *
 * @param line 1-based, where the row begins
 */
record TableRow(int line, List<String> cells) {
  TableRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  /** In characters. */
  long length() {
    return cells.stream().mapToLong(String::length).sum();
  }

  /** The text in a column, empty where the row is shorter. */
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }
}
