package org.urgentaction.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.document.Document;
import org.urgentaction.document.HtmlWriter;
import org.urgentaction.document.Paper;
import org.urgentaction.document.TextWriter;
import org.urgentaction.docx.DocxWriter;
import org.urgentaction.letter.AppealFigures;
import org.urgentaction.letter.AuthoritiesComposer;
import org.urgentaction.letter.Templates;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.typeset.FontLibrary;
import org.urgentaction.typeset.PageStyle;
import org.urgentaction.typeset.PdfPress;

/** Writes what a section can send to the authorities. */
public final class AuthoritiesText {
  private final Templates templates;
  private final Campaign campaign;
  private final Locale language;
  private final Report report;

  /**
   * @param language null for the campaign's own
   */
  public AuthoritiesText(
      Templates templates, Campaign campaign, @Nullable Locale language, Report report) {
    this.templates = templates;
    this.campaign = campaign;
    this.language = language == null ? campaign.language() : language;
    this.report = report;
  }

  /**
   * The file.
   *
   * @throws InvalidInputException where nothing was done that could be told of
   */
  public byte[] write(ReportFormat format) {
    if (report.actions() == 0) {
      throw new InvalidInputException(
          Problem.error(campaign.id(), "no action is logged that counts")
              .advise("'ua report %s' shows what is".formatted(campaign.id())));
    }
    Document text = new AuthoritiesComposer(templates).compose(campaign, language, figures());
    return switch (format) {
      case HTML -> bytes(new HtmlWriter().write(text));
      case DOCX -> new DocxWriter().write(text, Paper.A4);
      case PDF ->
          new PdfPress(FontLibrary.bundled(), new PageStyle(Paper.A4, false), List.of())
              .set(text)
              .pdf();
      case TEXT, CSV, JSON, SVG, PNG -> bytes(new TextWriter().write(text));
    };
  }

  private static byte[] bytes(String text) {
    return (text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private AppealFigures figures() {
    Map<String, Long> targets = new LinkedHashMap<>();
    report
        .by(Dimension.TARGET)
        .forEach(
            (key, count) ->
                targets.put(
                    key.substring(key.indexOf(Dimension.SEPARATOR) + Dimension.SEPARATOR.length()),
                    count));
    TreeMap<LocalDate, Long> days = new TreeMap<>();
    report.by(Dimension.DAY).forEach((day, count) -> days.put(LocalDate.parse(day), count));
    return new AppealFigures(targets, report.by(Dimension.COUNTRY), days);
  }
}
