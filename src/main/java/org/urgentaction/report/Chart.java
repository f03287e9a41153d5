package org.urgentaction.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.urgentaction.report.Mark.Anchor;

/** Lays a report out as a chart: columns for the days, bars for everything else. */
public final class Chart {
  private static final int WIDTH = 800;
  private static final int MARGIN = 32;
  private static final int LABEL = 290;
  private static final int ROW = 24;
  private static final int COLUMNS_HEIGHT = 140;
  private static final int MOST_ROWS = 12;
  private static final int MOST_COLUMNS = 62;
  private static final int DAY = "2023-04-10".length();
  private static final int MONTH = "2023-04".length();
  private static final int YEAR = "2023".length();
  private static final double TEXT = 13;

  private final String title;
  private final Labels labels;
  private final List<Mark> marks = new ArrayList<>();
  private final StringBuilder description = new StringBuilder();
  private double y = MARGIN;

  private Chart(String title, Labels labels) {
    this.title = title;
    this.labels = labels;
  }

  /** A report as SVG 1.1. */
  public static String svg(String title, Report report, Labels labels) {
    return new SvgWriter().write(new Chart(title, labels).drawing(report));
  }

  /** A report as PNG, at twice the size for sharp screens. */
  public static byte[] png(String title, Report report, Labels labels) {
    return new PngWriter().write(new Chart(title, labels).drawing(report));
  }

  private Drawing drawing(Report report) {
    String head = Labels.shown(title);
    y += 10;
    for (String line : lines(head, WIDTH - 2 * MARGIN, 20)) {
      words(MARGIN, y, 20, true, Anchor.START, line);
      y += 26;
    }
    String all = summary(report);
    words(MARGIN, y, TEXT, false, Anchor.START, all);
    description.append(all).append(".");
    y += 18;
    report
        .first()
        .ifPresent(first -> columns(timeline(report, first, report.last().orElse(first))));
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> numbers = report.by(dimension);
      boolean said = dimension == Dimension.CAMPAIGN && numbers.size() == 1;
      if (dimension != Dimension.DAY && !said && !numbers.isEmpty()) {
        bars(dimension, numbers);
      }
    }
    return new Drawing(head, description.toString(), WIDTH, (int) y + MARGIN, marks);
  }

  private static String summary(Report report) {
    String actions =
        report.actions() == 1 ? "1 action taken" : number(report.actions()) + " actions taken";
    return report
        .first()
        .flatMap(first -> report.last().map(last -> actions + ", " + first + " to " + last))
        .orElse(actions);
  }

  /** Every day from the first to the last, or every month or year where there are too many. */
  private static Map<String, Long> timeline(Report report, LocalDate first, LocalDate last) {
    ChronoUnit unit = ChronoUnit.DAYS;
    int length = DAY;
    if (ChronoUnit.DAYS.between(first, last) >= MOST_COLUMNS) {
      boolean months = ChronoUnit.MONTHS.between(first, last) < MOST_COLUMNS;
      unit = months ? ChronoUnit.MONTHS : ChronoUnit.YEARS;
      length = months ? MONTH : YEAR;
    }
    Map<String, Long> timeline = new TreeMap<>();
    String end = last.toString().substring(0, length);
    for (LocalDate day = first;
        day.toString().substring(0, length).compareTo(end) <= 0;
        day = day.plus(1, unit)) {
      timeline.put(day.toString().substring(0, length), 0L);
    }
    for (Map.Entry<String, Long> day : report.by(Dimension.DAY).entrySet()) {
      timeline.merge(day.getKey().substring(0, length), day.getValue(), Long::sum);
    }
    return timeline;
  }

  private void columns(Map<String, Long> days) {
    int length = days.keySet().iterator().next().length();
    heading(length == DAY ? "By day" : length == MONTH ? "By month" : "By year");
    long most = most(days);
    double slot = (WIDTH - 2.0 * MARGIN) / Math.max(days.size(), 8);
    double base = y + 18 + COLUMNS_HEIGHT;
    int every = (int) Math.ceil(84 / slot);
    int index = 0;
    for (Map.Entry<String, Long> day : days.entrySet()) {
      double x = MARGIN + index * slot;
      if (day.getValue() > 0) {
        column(x, base, slot, day, most);
      }
      if (index % every == 0) {
        words(x + slot * 0.1, base + 16, 11, false, Anchor.START, day.getKey());
      }
      index++;
    }
    marks.add(new Mark.Rule(MARGIN, base, WIDTH - 2.0 * MARGIN));
    y = base + 26;
  }

  private void column(double x, double base, double slot, Map.Entry<String, Long> day, long most) {
    double height = Math.max(1, (double) COLUMNS_HEIGHT * day.getValue() / most);
    String number = number(day.getValue());
    marks.add(
        new Mark.Bar(
            x + slot * 0.1, base - height, slot * 0.8, height, day.getKey() + ": " + number));
    boolean numbered = slot >= 8 * number(most).length();
    if (numbered || day.getValue() == most) {
      words(x + slot / 2, base - height - 5, 11, false, Anchor.MIDDLE, number);
    }
    describe(day.getKey(), day.getValue());
  }

  private void bars(Dimension dimension, Map<String, Long> numbers) {
    heading("By " + dimension);
    Map<String, Long> shown = new LinkedHashMap<>();
    long others = 0;
    int count = 0;
    for (Map.Entry<String, Long> entry : numbers.entrySet()) {
      if (shown.size() < MOST_ROWS || numbers.size() == MOST_ROWS + 1) {
        shown.merge(labels.of(dimension, entry.getKey()), entry.getValue(), Long::sum);
      } else {
        others += entry.getValue();
        count++;
      }
    }
    if (count > 0) {
      shown.put(count + " others", others);
    }
    long most = most(shown);
    double room = WIDTH - 2.0 * MARGIN - LABEL - 70;
    shown.forEach(
        (label, number) -> {
          List<String> lines = lines(label, LABEL - 12, TEXT);
          for (String line : lines) {
            words(MARGIN + LABEL - 12, y + 16, TEXT, false, Anchor.END, line);
            y += lines.size() > 1 && line.equals(lines.get(0)) ? 16 : 0;
          }
          double top = lines.size() > 1 ? y - 8 : y;
          double width = Math.max(1, room * number / most);
          marks.add(
              new Mark.Bar(MARGIN + LABEL, top + 4, width, ROW - 8, label + ": " + number(number)));
          words(MARGIN + LABEL + width + 6, top + 16, TEXT, false, Anchor.START, number(number));
          describe(label, number);
          y += ROW;
        });
    y += 4;
  }

  private void heading(String text) {
    y += 22;
    words(MARGIN, y, 15, true, Anchor.START, text);
    description.append(" ").append(text).append(":");
    y += 8;
  }

  private void describe(String label, long number) {
    boolean first = description.charAt(description.length() - 1) == ':';
    if (!first) {
      description.setCharAt(description.length() - 1, ';');
    }
    description.append(' ').append(label).append(' ').append(number(number)).append('.');
  }

  private void words(double x, double base, double size, boolean bold, Anchor anchor, String text) {
    marks.add(new Mark.Words(x, base, size, bold, anchor, text));
  }

  /**
   * A text in at most two lines, cut where it is longer still; by what letters are wide on average,
   * since every reader has other fonts.
   */
  private static List<String> lines(String text, double width, double size) {
    if (fitting(text, width, size) == text.length()) {
      return List.of(text);
    }
    int space = text.lastIndexOf(' ', fitting(text, width, size));
    int end = space > 0 ? space : fitting(text, width, size);
    String rest = text.substring(end).strip();
    int shown = fitting(rest, width - size, size);
    return List.of(
        text.substring(0, end).strip(),
        shown == rest.length() ? rest : rest.substring(0, shown).strip() + "…");
  }

  /** How much of a text fits into a width. */
  private static int fitting(String text, double width, double size) {
    double used = 0;
    int end = 0;
    while (end < text.length()) {
      used += size * (text.codePointAt(end) >= 0x2E80 ? 1.0 : 0.54);
      if (used > width) {
        return end;
      }
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }

  private static long most(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).max().orElse(1);
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
