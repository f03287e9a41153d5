package org.urgentaction.letter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.urgentaction.input.TextEncoding;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A CSV file (RFC 4180) as spreadsheets really write it: any usual separator and encoding, found
 * once, so that its rows can be gone through as often as they are needed.
 */
final class CsvTable {
  private static final long LARGEST = 200L << 20;
  private static final int LOOKED_AT = 1 << 16;
  private static final Pattern NAMED_SEPARATOR =
      Pattern.compile("\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);

  private final String source;
  private final Path file;
  private final Charset encoding;
  private final char separator;
  private final boolean separatorNamed;

  CsvTable(String source, Path file) throws IOException {
    this.source = source;
    this.file = file;
    if (Files.size(file) > LARGEST) {
      throw invalid("the list is larger than 200 MB", "split it into several lists");
    }
    encoding = new TextEncoding(source, "save the list as CSV or XLSX").of(file);
    String header = header();
    Matcher named = NAMED_SEPARATOR.matcher(header);
    separatorNamed = named.matches();
    separator = separatorNamed ? named.group(1).charAt(0) : separator(header);
    if ("\"\r\n\0".indexOf(separator) >= 0) {
      throw invalid("the first line names no separator", "save the list as CSV again");
    }
  }

  /** The rows from the first one on, which is the header. */
  TableRows rows() throws IOException {
    return new CsvRows(source, open(), separator, separatorNamed);
  }

  /** The text behind the byte order mark, where there is one. */
  private Reader open() throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), encoding));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  /** The first line that holds anything, as far as it is looked at. */
  private String header() throws IOException {
    char[] start = new char[LOOKED_AT];
    int length;
    try (Reader text = open()) {
      length = text.read(start, 0, start.length);
      for (int more = length; more > 0 && length < start.length; length += Math.max(more, 0)) {
        more = text.read(start, length, start.length - length);
      }
    }
    return new String(start, 0, Math.max(length, 0))
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("");
  }

  /** The separator that the header row uses most, outside its quotes. */
  private static char separator(String header) {
    String bare = header.replaceAll("\"[^\"]*\"", "");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long count = bare.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
