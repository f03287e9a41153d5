package org.urgentaction.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Reply;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.Total;

/**
 * What was done for one campaign or all, added up. An action counts once it reached its official as
 * far as anyone knows: what was only prepared or rehearsed does not, nor what was refused, is
 * unknown, or came back.
 *
 * @param cells of the log, whatever their state
 * @param replies of officials, by the day on which they came
 */
public record Report(List<Total> cells, List<Reply> replies) {
  public Report {
    cells = List.copyOf(cells);
    replies = replies.stream().sorted(Comparator.comparing(Reply::on)).toList();
  }

  /**
   * What a log knows; mail to supporters is not among it.
   *
   * @param ids of the campaigns, one or all that are logged
   */
  public static Report of(ActionLog log, Set<String> ids) {
    List<Reply> replies = new ArrayList<>();
    ids.forEach(campaign -> replies.addAll(log.replies(campaign)));
    ActionFilter filter =
        ids.size() == 1 ? ActionFilter.of(ids.iterator().next()) : ActionFilter.all();
    return new Report(
        log.totals(filter).stream()
            .filter(total -> ids.contains(total.campaign()))
            .filter(total -> !total.target().equals(SupporterMail.TARGET))
            .toList(),
        replies);
  }

  /** How many actions count. */
  public long actions() {
    return done().stream().mapToLong(Total::count).sum();
  }

  /** How many actions are in each state, counted or not. */
  public Map<ActionState, Long> states() {
    Map<ActionState, Long> states = new TreeMap<>();
    cells.forEach(cell -> states.merge(cell.state(), cell.count(), Long::sum));
    return states;
  }

  /**
   * Actions that count; days in their order, everything else with the most first and what is not
   * known last.
   */
  public Map<String, Long> by(Dimension dimension) {
    Map<String, Long> sums = new TreeMap<>();
    done().forEach(cell -> sums.merge(dimension.key(cell), cell.count(), Long::sum));
    if (dimension == Dimension.DAY) {
      return sums;
    }
    List<Map.Entry<String, Long>> entries = new ArrayList<>(sums.entrySet());
    entries.sort(
        Comparator.comparing((Map.Entry<String, Long> entry) -> entry.getKey().isEmpty())
            .thenComparing(Map.Entry.<String, Long>comparingByValue().reversed()));
    Map<String, Long> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /**
   * Actions that count by day, or by month where there are more days than that.
   *
   * @param most days that can be shown one by one
   */
  public Map<String, Long> byTime(int most) {
    Map<String, Long> days = by(Dimension.DAY);
    if (days.size() <= most) {
      return days;
    }
    Map<String, Long> months = new TreeMap<>();
    days.forEach((day, count) -> months.merge(day.substring(0, 7), count, Long::sum));
    return months;
  }

  /** The first day on which an action was done that counts. */
  public Optional<LocalDate> first() {
    return done().stream().map(Total::day).min(Comparator.naturalOrder());
  }

  /** The last one. */
  public Optional<LocalDate> last() {
    return done().stream().map(Total::day).max(Comparator.naturalOrder());
  }

  private List<Total> done() {
    return cells.stream().filter(cell -> cell.state().done()).toList();
  }
}
