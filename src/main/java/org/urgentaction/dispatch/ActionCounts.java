package org.urgentaction.dispatch;

import java.util.HashMap;
import java.util.Map;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogPlace;
import org.urgentaction.log.LogReader;
import org.urgentaction.log.SupporterMail;
import org.urgentaction.log.Total;

/** How many actions were taken, campaign by campaign, as far as the log knows. */
public final class ActionCounts {
  private ActionCounts() {}

  /** Sent, posted, faxed, phoned and shared; what was only prepared or rehearsed does not count. */
  public static Map<String, Long> byCampaign(LogPlace place) {
    Map<String, Long> counts = new HashMap<>();
    if (place.exists()) {
      try (LogReader log = ActionLogs.read(place)) {
        for (Total total : log.totals(ActionFilter.all())) {
          if (total.state().done() && !total.target().equals(SupporterMail.TARGET)) {
            counts.merge(total.campaign(), total.count(), Long::sum);
          }
        }
      }
    }
    return counts;
  }
}
