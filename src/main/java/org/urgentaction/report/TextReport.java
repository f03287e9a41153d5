package org.urgentaction.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.urgentaction.document.LineWrap;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Reply;

/** A report to be read in a terminal, as wide as that is. */
public final class TextReport {
  private static final int MOST_DAYS = 31;
  private static final int MOST_BAR = 24;
  private static final int NUMBER = 9;

  private final Labels labels;
  private final int width;
  private final boolean bars;

  /** A part of a report: its heading and the lines below it. */
  public record Part(String heading, List<String> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * @param width in columns
   * @param bars whether numbers are drawn too
   */
  public TextReport(Labels labels, int width, boolean bars) {
    this.labels = labels;
    this.width = width;
    this.bars = bars;
  }

  /** The parts in their order; the first says what was done altogether. */
  public List<Part> parts(Report report) {
    List<Part> parts = new ArrayList<>();
    parts.add(summary(report));
    for (Dimension dimension : Dimension.values()) {
      Map<String, Long> numbers =
          dimension == Dimension.DAY ? report.byTime(MOST_DAYS) : report.by(dimension);
      if (!numbers.isEmpty()) {
        parts.add(new Part(heading(dimension, numbers), table(dimension, numbers)));
      }
    }
    if (!report.replies().isEmpty()) {
      parts.add(new Part("Replies", replies(report.replies())));
    }
    return parts;
  }

  private Part summary(Report report) {
    String heading =
        report.actions() == 1 ? "1 action taken" : number(report.actions()) + " actions taken";
    String span =
        report
            .first()
            .flatMap(first -> report.last().map(last -> first + " to " + last))
            .map(days -> ", " + days)
            .orElse("");
    List<String> lines = new ArrayList<>();
    Map<ActionState, Long> states = report.states();
    if (!states.isEmpty()) {
      String all =
          states.entrySet().stream()
              .map(state -> number(state.getValue()) + " " + state.getKey())
              .collect(Collectors.joining(", "));
      lines.addAll(wrapped("In the log: " + all + ".", ""));
    }
    if (states.containsKey(ActionState.BOUNCED)) {
      lines.addAll(wrapped("Bounced ones came back: they are not counted as taken.", ""));
    }
    return new Part(heading + span, lines);
  }

  private static String heading(Dimension dimension, Map<String, Long> numbers) {
    boolean months = dimension == Dimension.DAY && numbers.keySet().iterator().next().length() == 7;
    return "By " + (months ? "month" : dimension);
  }

  private List<String> table(Dimension dimension, Map<String, Long> numbers) {
    long most = numbers.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<String> lines = new ArrayList<>();
    numbers.forEach(
        (key, count) -> {
          String lead = String.format(Locale.ROOT, "%" + NUMBER + "s  ", number(count));
          if (bars) {
            lead += String.format(Locale.ROOT, "%-" + (MOST_BAR + 2) + "s", bar(count, most));
          }
          lines.addAll(wrapped(labels.of(dimension, key), lead));
        });
    return lines;
  }

  private static String bar(long count, long most) {
    return "█".repeat((int) Math.max(1, Math.round((double) MOST_BAR * count / most)));
  }

  private List<String> replies(List<Reply> replies) {
    List<String> lines = new ArrayList<>();
    for (Reply reply : replies) {
      String from =
          labels.of(Dimension.TARGET, reply.campaign() + Dimension.SEPARATOR + reply.target());
      String words = reply.words() == null ? "" : ": " + Labels.shown(reply.words());
      lines.addAll(wrapped(from + words, "  " + reply.on() + "  "));
    }
    return lines;
  }

  /** Text in lines of the width; all but the first stand as far in as the lead is long. */
  private List<String> wrapped(String text, String lead) {
    List<String> lines = new ArrayList<>();
    String before = lead;
    for (String line : new LineWrap(Locale.ENGLISH, width - lead.length()).lines(text)) {
      lines.add(before + line);
      before = " ".repeat(lead.length());
    }
    return lines;
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
