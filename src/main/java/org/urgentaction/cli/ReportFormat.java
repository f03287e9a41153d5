package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** As what a report can be written. */
enum ReportFormat {
  TEXT("txt", false),
  CSV("csv", false),
  JSON("json", false),
  SVG("svg", false),
  PNG("png", false),
  HTML("html", true),
  DOCX("docx", true),
  PDF("pdf", true);

  private final String ending;
  private final boolean forAuthorities;

  ReportFormat(String ending, boolean forAuthorities) {
    this.ending = ending;
    this.forAuthorities = forAuthorities;
  }

  /** Whether the text for the authorities is written so; all but text are either that or not. */
  boolean forAuthorities() {
    return forAuthorities;
  }

  /** Whether a terminal cannot show it. */
  boolean binary() {
    return this == PNG || this == DOCX || this == PDF;
  }

  /** The format that a file's name ends with; text where it says nothing. */
  static ReportFormat ofFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.indexOf('.') < 0) {
      return TEXT;
    }
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.ending))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    Problem.error("-o", "no format is known by the ending of " + name)
                        .advise("say which with --format")));
  }

  static String named(boolean forAuthorities) {
    return Arrays.stream(values())
        .filter(format -> format == TEXT || format.forAuthorities == forAuthorities)
        .map(ReportFormat::toString)
        .collect(Collectors.joining(", "));
  }

  /** As options write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
