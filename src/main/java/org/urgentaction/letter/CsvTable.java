package org.urgentaction.letter;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.mozilla.universalchardet.UniversalDetector;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** Reads CSV (RFC 4180) as spreadsheets really write it: any usual separator and encoding. */
final class CsvTable {
  private static final long LARGEST = 200L << 20;
  private static final int LONGEST_ROW = 1 << 20;

  private final String source;

  CsvTable(String source) {
    this.source = source;
  }

  /** Rows that hold anything; the first is the header. */
  List<TableRow> rows(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw invalid(0, "the list is larger than 200 MB", "split it into several lists");
    }
    String text = decoded(Files.readAllBytes(file));
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator(text)).setIgnoreEmptyLines(true).get();
    List<TableRow> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord row : parser) {
        List<String> cells = row.toList();
        if (cells.stream().mapToInt(String::length).sum() > LONGEST_ROW) {
          throw invalid((int) line, "the row is longer than 1 MB", "look for a quote never closed");
        }
        TableRow tableRow = new TableRow((int) line, cells);
        line = parser.getCurrentLineNumber() + 1;
        if (!tableRow.isBlank()) {
          rows.add(tableRow);
        }
      }
    } catch (UncheckedIOException e) {
      throw invalid((int) line, "the row is no CSV", "look for a quote that is never closed");
    }
    return rows;
  }

  private String decoded(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
      if (bytes[i] == 0 && !startsAsUtf16(bytes)) {
        throw invalid(0, "the file is not a text file", "save the list as CSV or XLSX");
      }
    }
    try {
      return withoutMark(decode(bytes, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      UniversalDetector detector = new UniversalDetector();
      detector.handleData(bytes, 0, bytes.length);
      detector.dataEnd();
      String found = detector.getDetectedCharset();
      Charset charset =
          found != null && Charset.isSupported(found)
              ? Charset.forName(found)
              : Charset.forName("windows-1252");
      return withoutMark(new String(bytes, charset));
    }
  }

  private static boolean startsAsUtf16(byte[] bytes) {
    return bytes.length > 1
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The separator that the header row uses most. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private InvalidInputException invalid(int line, String message, String advice) {
    return new InvalidInputException(Problem.error(source, line, 0, message).advise(advice));
  }
}
