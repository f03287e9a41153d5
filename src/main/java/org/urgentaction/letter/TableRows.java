package org.urgentaction.letter;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table that hold anything, read one at a time: tables may be larger than memory. */
interface TableRows extends Closeable {
  /** The longest row that is read, in characters; whatever is longer is no writer. */
  int LONGEST_ROW = 1 << 20;

  /**
   * The next row, or null after the last one.
   *
   * @throws org.urgentaction.problem.InvalidInputException where the table cannot be read on
   */
  @Nullable TableRow next() throws IOException;
}
