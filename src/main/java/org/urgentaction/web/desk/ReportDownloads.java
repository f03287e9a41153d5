package org.urgentaction.web.desk;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.report.ActionExport;
import org.urgentaction.report.ActionFields;
import org.urgentaction.report.AuthoritiesText;
import org.urgentaction.report.ReportFormat;
import org.urgentaction.web.Refusal;
import org.urgentaction.web.Shelf;

/**
 * Files of what was done: the report, every action for other programs, and a text to the
 * authorities; each as {@code ua report} and {@code ua log export} write it.
 */
final class ReportDownloads {
  private static final Pattern NAME =
      Pattern.compile("(report|actions|authorities-([A-Za-z0-9-]{2,35}))\\.([a-z]{3,5})");

  private final DeskAnswers answers;
  private final Shelf shelf;
  private final DeskLog log;
  private final Templates templates;

  ReportDownloads(DeskAnswers answers, Shelf shelf, DeskLog log, Templates templates) {
    this.answers = answers;
    this.shelf = shelf;
    this.log = log;
    this.templates = templates;
  }

  /** The file that an address ends with. */
  void file(Context context) throws IOException {
    Matcher name = NAME.matcher(context.pathParam("file"));
    if (!name.matches()) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    String id = DeskAnswers.campaign(context);
    if (name.group(1).equals("actions")) {
      actions(context, id, name.group(3));
      return;
    }
    boolean authorities = name.group(2) != null;
    ReportFormat format =
        Arrays.stream(ReportFormat.values())
            .filter(each -> each.ending().equals(name.group(3)))
            .filter(each -> each == ReportFormat.TEXT || each.forAuthorities() == authorities)
            .findFirst()
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    Reported reported = Reported.of(id, shelf, log);
    byte[] bytes =
        authorities
            ? toAuthorities(reported, Locale.forLanguageTag(name.group(2)), format)
            : reported.files().write(format);
    answers
        .answers()
        .file(context, called(id, context.pathParam("file")), format.mediaType(), bytes);
  }

  private byte[] toAuthorities(Reported reported, Locale language, ReportFormat format) {
    @Nullable Campaign campaign = reported.campaign();
    if (campaign == null) {
      throw new Refusal(Refusal.Kind.NOT_FOUND);
    }
    return new AuthoritiesText(templates, campaign, language, reported.report()).write(format);
  }

  /** Line by line as the log is read, so that it may be larger than memory. */
  private void actions(Context context, @Nullable String id, String ending) throws IOException {
    ActionExport format =
        Optional.of(ending)
            .flatMap(
                wanted ->
                    switch (wanted) {
                      case "csv" -> Optional.of(ActionExport.CSV);
                      case "jsonl" -> Optional.of(ActionExport.JSONL);
                      default -> Optional.empty();
                    })
            .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND));
    Reported.of(id, shelf, log);
    context.contentType(
        format == ActionExport.CSV ? "text/csv; charset=utf-8" : "application/jsonl");
    context.header(
        "Content-Disposition", "attachment; filename=\"" + called(id, "actions." + ending) + "\"");
    try (Writer out = new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8)) {
      if (log.read(actions -> write(actions, id, format, out)).isEmpty()) {
        format.write(out, ActionFields.NAMES, records -> {});
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean write(
      ActionLog actions, @Nullable String id, ActionExport format, Writer out) {
    ActionFilter filter = id == null ? ActionFilter.all() : ActionFilter.of(id);
    try {
      format.write(
          out,
          ActionFields.NAMES,
          records -> actions.visit(filter, action -> records.accept(ActionFields.of(action))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private static String called(@Nullable String id, String file) {
    return id == null ? file : id + "-" + file;
  }
}
