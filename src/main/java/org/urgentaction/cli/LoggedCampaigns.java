package org.urgentaction.cli;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Total;

/**
 * The campaigns that a log knows, some of which may have no file any more: what a person calls one
 * is looked for here first, among the files then.
 */
final class LoggedCampaigns {
  private final Workbench bench;
  private final Set<String> logged = new TreeSet<>();

  LoggedCampaigns(Workbench bench, ActionLog log) {
    this.bench = bench;
    log.totals(ActionFilter.all()).stream().map(Total::campaign).forEach(logged::add);
  }

  /** The ids of all of them. */
  Set<String> all() {
    return Set.copyOf(logged);
  }

  /**
   * The ids of those that were named by id or UA number.
   *
   * @throws org.urgentaction.problem.InvalidInputException where neither the log nor a file has one
   */
  Set<String> named(Collection<String> names) {
    Set<String> ids = new TreeSet<>();
    for (String name : names) {
      ids.add(logged.contains(name) ? name : bench.campaign(bench.catalogue(), name).id());
    }
    return ids;
  }
}
