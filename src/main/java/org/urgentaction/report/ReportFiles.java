package org.urgentaction.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.Reply;
import org.urgentaction.log.Total;

/** Writes a report into files: as text, as figures for other programs, as a chart. */
public final class ReportFiles {
  private static final List<String> FIELDS =
      List.of("campaign", "target", "channel", "language", "country", "day", "state", "actions");

  private static final int WIDTH = 80;

  private final String title;
  private final Labels labels;
  private final Report report;

  /**
   * @param title of a chart
   */
  public ReportFiles(String title, Labels labels, Report report) {
    this.title = title;
    this.labels = labels;
    this.report = report;
  }

  /** The file; what can hold no report but a text for the authorities holds it as text. */
  public byte[] write(ReportFormat format) {
    return switch (format) {
      case CSV -> bytes(csv());
      case JSON -> bytes(json());
      case SVG -> bytes(Chart.svg(title, report, labels));
      case PNG -> Chart.png(title, report, labels);
      case TEXT, HTML, DOCX, PDF -> bytes(text());
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    return new TextReport(labels, WIDTH, false)
        .parts(report).stream()
            .map(
                part ->
                    part.heading()
                        + "\n"
                        + part.lines().stream()
                            .map(line -> line + "\n")
                            .collect(Collectors.joining()))
            .collect(Collectors.joining("\n"));
  }

  /** Every number with all that it is of: spreadsheets add up as they need. */
  private String csv() {
    StringWriter text = new StringWriter();
    try {
      ActionExport.CSV.write(
          text, FIELDS, record -> report.cells().forEach(cell -> record.accept(fields(cell))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Map<String, @Nullable Object> fields(Total cell) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("campaign", cell.campaign());
    fields.put("target", cell.target());
    fields.put("channel", cell.channel());
    fields.put("language", cell.language());
    fields.put("country", cell.country());
    fields.put("day", cell.day());
    fields.put("state", cell.state());
    fields.put("actions", cell.count());
    return fields;
  }

  private String json() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("actions", report.actions());
    Map<String, Long> states = new LinkedHashMap<>();
    report.states().forEach((state, count) -> states.put(state.toString(), count));
    fields.put("by_state", states);
    for (Dimension dimension : Dimension.values()) {
      fields.put("by_" + dimension, named(dimension));
    }
    fields.put("replies", report.replies().stream().map(ReportFiles::fields).toList());
    return JsonOutput.of(fields) + "\n";
  }

  private Map<String, Long> named(Dimension dimension) {
    Map<String, Long> numbers = new LinkedHashMap<>(report.by(dimension));
    Long unknown = dimension == Dimension.COUNTRY ? numbers.remove("") : null;
    if (unknown != null) {
      numbers.put("not given", unknown);
    }
    return numbers;
  }

  private static Map<String, @Nullable Object> fields(Reply reply) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("campaign", reply.campaign());
    fields.put("target", reply.target());
    fields.put("on", reply.on().toString().toLowerCase(Locale.ROOT));
    fields.put("words", reply.words());
    return fields;
  }
}
