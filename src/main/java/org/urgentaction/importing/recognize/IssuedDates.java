package org.urgentaction.importing.recognize;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.IssueDate;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.IssuedLine;

/** The day of publication: after its label, or a date that stands alone near the beginning. */
final class IssuedDates {
  private static final int HEAD_LINES = 30;
  private static final List<String> LABELS =
      List.of(
          "issue date",
          "date:",
          "date of issue",
          "fecha",
          "data:",
          "datum",
          "発行日",
          "発信日",
          "date d",
          "fecha de emision",
          "utfardad");

  private final DateReader dates;

  IssuedDates(DateReader dates) {
    this.dates = dates;
  }

  @Nullable Found<IssueDate> in(List<Section> sections, List<IssuedLine> lines) {
    for (Section section : sections) {
      if (section.label() == Label.DATE) {
        String below =
            section.rest().isEmpty() && !section.lines().isEmpty()
                ? section.lines().get(0).text()
                : section.rest();
        Found<IssueDate> found = first(below, section.line());
        if (found != null) {
          return found;
        }
      }
    }
    for (IssuedLine line : lines) {
      String folded = Folding.fold(line.text()).replace(" :", ":");
      if (folded.length() > 300) {
        continue;
      }
      for (String label : LABELS) {
        int at = folded.indexOf(label);
        if (at >= 0
            && (at == 0
                || folded.contains("index")
                || folded.contains("indice")
                || folded.contains("ua"))) {
          Found<IssueDate> found =
              first(line.text().substring(Math.min(at, line.text().length())), line.number());
          if (found != null) {
            return found;
          }
        }
      }
    }
    for (IssuedLine line : lines.subList(0, Math.min(HEAD_LINES, lines.size()))) {
      Found<IssueDate> beside = besideNumber(line);
      if (beside != null) {
        return beside;
      }
      if (line.text().length() <= 60) {
        for (DateReader.Dated dated : dates.in(line.text())) {
          if (dated.year() > 0 && isAlone(line.text(), dated)) {
            return found(dated, line.number());
          }
        }
      }
    }
    return null;
  }

  /** A date at the end of the line that has the action's number and concern. */
  private @Nullable Found<IssueDate> besideNumber(IssuedLine line) {
    if (line.text().length() > 200 || UaNumbers.in(line.text()).isEmpty()) {
      return null;
    }
    for (DateReader.Dated dated : dates.in(line.text())) {
      if (dated.year() > 0
          && line.text().substring(Math.min(line.text().length(), dated.end())).isBlank()) {
        return found(dated, line.number());
      }
    }
    return null;
  }

  /** Whether little else stands on the line: a place, a preposition, the organisation's number. */
  private static boolean isAlone(String text, DateReader.Dated dated) {
    String rest =
        text.substring(0, dated.start()) + text.substring(Math.min(text.length(), dated.end()));
    String letters = rest.replaceAll("[^\\p{L}]", "");
    String folded = Folding.fold(rest);
    return letters.length() <= 12
        && List.of(
                "until",
                "before",
                "by ",
                "bis",
                "hasta",
                "jusqu",
                "entro",
                "antes",
                "avant",
                "deadline",
                "期限",
                "まで")
            .stream()
            .noneMatch(folded::contains);
  }

  private @Nullable Found<IssueDate> first(String text, int line) {
    for (DateReader.Dated dated : dates.in(text)) {
      if (dated.year() > 0) {
        return found(dated, line);
      }
    }
    return null;
  }

  private static Found<IssueDate> found(DateReader.Dated dated, int line) {
    IssueDate date =
        new IssueDate(YearMonth.of(dated.year(), dated.month()), dated.in(dated.year()));
    return dated.ambiguous()
        ? Found.doubtful(date, line, "day and month may be the other way round")
        : Found.certain(date, line);
  }
}
