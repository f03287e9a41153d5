package org.urgentaction.web.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionState;
import org.urgentaction.log.Control;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.Total;
import org.urgentaction.returns.BounceRule;
import org.urgentaction.returns.Unreachable;

/**
 * What the log says of campaigns at one moment.
 *
 * @param totals of all actions, mail to supporters among them
 * @param controls what keeps mail back still
 * @param unreachable targets whose mail comes back for everybody
 */
record Figures(List<Total> totals, List<Control> controls, List<Unreachable> unreachable) {
  /** Of a log in which nothing stands. */
  static final Figures NONE = new Figures(List.of(), List.of(), List.of());

  Figures {
    totals = List.copyOf(totals);
    controls = List.copyOf(controls);
    unreachable = List.copyOf(unreachable);
  }

  static Figures of(ActionLog log) {
    List<Total> totals = log.totals(ActionFilter.all());
    List<Control> words = log.controls();
    return new Figures(
        totals, Control.inForce(words), Unreachable.among(totals, words, BounceRule.USUAL));
  }

  /** What concerns one campaign. */
  Figures of(String campaign) {
    return new Figures(
        totals.stream().filter(each -> each.campaign().equals(campaign)).toList(),
        controls.stream().filter(each -> each.campaign().equals(campaign)).toList(),
        unreachable.stream().filter(each -> each.campaign().equals(campaign)).toList());
  }

  /** How many letters are in each state; mail to supporters is none. */
  Map<ActionState, Long> states() {
    Map<ActionState, Long> states = new EnumMap<>(ActionState.class);
    totals.stream()
        .filter(each -> !each.target().equals(SupporterMail.TARGET))
        .forEach(each -> states.merge(each.state(), each.count(), Long::sum));
    return states;
  }

  /** How many letters were sent, as far as anyone knows. */
  long done() {
    return states().entrySet().stream()
        .filter(each -> each.getKey().done())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many messages wait for a person's word, those to supporters among them. */
  long unknown() {
    return totals.stream()
        .filter(each -> each.state() == ActionState.UNKNOWN)
        .mapToLong(Total::count)
        .sum();
  }
}
