package org.urgentaction.cli;

import java.util.HashMap;
import java.util.Map;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogReader;
import org.urgentaction.log.Total;

/** How many actions were taken, campaign by campaign, as far as the log knows. */
final class ActionCounts {
  private ActionCounts() {}

  /** Sent, posted, faxed, phoned and shared; what was only prepared or rehearsed does not count. */
  static Map<String, Long> byCampaign(Workbench bench) {
    Map<String, Long> counts = new HashMap<>();
    if (bench.hasLog()) {
      try (LogReader log = ActionLogs.read(bench.logPlace())) {
        for (Total total : log.totals(ActionFilter.all())) {
          if (total.state().done()) {
            counts.merge(total.campaign(), total.count(), Long::sum);
          }
        }
      }
    }
    return counts;
  }
}
