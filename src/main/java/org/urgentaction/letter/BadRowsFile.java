package org.urgentaction.letter;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * The bad rows of a list as a CSV file beside it, with what is wrong in a last column: it can be
 * corrected and given back as a list. Only its owner may read it; what is there under its name,
 * perhaps half corrected, is never replaced.
 */
public final class BadRowsFile implements BadRows, Closeable {
  private static final String TITLE = "problem";
  private static final Pattern NUMBERED = Pattern.compile("(.*-bad)(?:-([0-9]{1,6}))?");

  private final Path list;
  private List<String> header = List.of();
  private int width;
  private int passedOver = -1;
  private @Nullable Path beside;
  private @Nullable CSVPrinter printer;

  /**
   * @param list beside which the file is to stand
   */
  public BadRowsFile(Path list) {
    this.list = list.toAbsolutePath();
  }

  @Override
  public void header(List<String> titles) {
    header = titles;
    width = titles.size();
    for (int i = 0; i < titles.size(); i++) {
      if (titles.get(i).strip().toLowerCase(Locale.ROOT).equals(TITLE)) {
        passedOver = i;
      }
    }
  }

  @Override
  public void add(List<String> cells, List<Problem> problems) {
    String what =
        problems.stream()
            .map(problem -> problem.message() + advice(problem))
            .distinct()
            .collect(Collectors.joining(". "));
    try {
      if (printer == null) {
        beside = Files.createTempFile(list.getParent(), ".", ".part");
        BufferedWriter text = Files.newBufferedWriter(beside);
        // Spreadsheets know UTF-8 by its mark.
        text.write('\uFEFF');
        printer = CSVFormat.DEFAULT.print(text);
        print(header, TITLE);
      }
      print(cells, what);
    } catch (IOException e) {
      throw unwritable();
    }
  }

  private static String advice(Problem problem) {
    return problem.advice() == null ? "" : "; " + problem.advice();
  }

  private void print(List<String> cells, String last) throws IOException {
    List<String> row = new ArrayList<>();
    for (int i = 0; i < Math.max(width, cells.size()); i++) {
      if (i != passedOver) {
        row.add(i < cells.size() ? SpreadsheetCells.guarded(cells.get(i)) : "");
      }
    }
    // A row with more cells than titles must not push its problem out of the last column.
    int titled = passedOver < 0 ? width : width - 1;
    row.add(Math.min(titled, row.size()), last);
    if (printer != null) {
      printer.printRecord(row);
    }
  }

  /**
   * Moves the file to its place.
   *
   * @return where it is; empty where no row was bad
   * @throws InvalidInputException where it cannot be written
   */
  public Optional<Path> finish() {
    if (printer == null || beside == null) {
      return Optional.empty();
    }
    try {
      printer.close();
      for (Path place : places()) {
        if (!Files.exists(place)) {
          Files.move(beside, place);
          return Optional.of(place);
        }
        if (Files.isRegularFile(place) && Files.mismatch(place, beside) < 0) {
          return Optional.of(place);
        }
      }
      throw unwritable();
    } catch (IOException e) {
      throw unwritable();
    }
  }

  /** The names it may have: supporters-bad.csv, supporters-bad-2.csv and so on. */
  private List<Path> places() {
    String stem = list.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    Matcher again = NUMBERED.matcher(stem);
    String name = again.matches() ? again.group(1) : stem + "-bad";
    List<Path> places = new ArrayList<>();
    for (int number = 1; number < 1000; number++) {
      places.add(list.resolveSibling(name + (number == 1 ? "" : "-" + number) + ".csv"));
    }
    return places;
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    try {
      if (printer != null) {
        printer.close();
      }
      if (beside != null) {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw unwritable();
    }
  }

  private InvalidInputException unwritable() {
    return new InvalidInputException(
        Problem.error(list.toString(), "its bad rows cannot be written beside it")
            .advise("copy the list to a folder that can be written, with room on its disk"));
  }
}
