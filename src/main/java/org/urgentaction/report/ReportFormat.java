package org.urgentaction.report;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** As what a report can be written. */
public enum ReportFormat {
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
  public boolean forAuthorities() {
    return forAuthorities;
  }

  /** Whether a terminal cannot show it. */
  public boolean binary() {
    return this == PNG || this == DOCX || this == PDF;
  }

  /**
   * The format that a file's name ends with; text where it says nothing.
   *
   * @throws InvalidInputException where it is none of ours
   */
  public static ReportFormat ofFile(Path file) {
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

  /** Those there are, for people to choose from. */
  public static String named(boolean forAuthorities) {
    return Arrays.stream(values())
        .filter(format -> format == TEXT || format.forAuthorities == forAuthorities)
        .map(ReportFormat::toString)
        .collect(Collectors.joining(", "));
  }

  /** How names of such files end, without a dot. */
  public String ending() {
    return ending;
  }

  /** The media type (IANA). */
  public String mediaType() {
    return switch (this) {
      case TEXT -> "text/plain; charset=utf-8";
      case CSV -> "text/csv; charset=utf-8";
      case JSON -> "application/json";
      case SVG -> "image/svg+xml";
      case PNG -> "image/png";
      case HTML -> "text/html; charset=utf-8";
      case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
      case PDF -> "application/pdf";
    };
  }

  /** As options write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
