package org.urgentaction.web.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.Total;
import org.urgentaction.report.Labels;
import org.urgentaction.report.Report;
import org.urgentaction.report.ReportFiles;
import org.urgentaction.web.Refusal;
import org.urgentaction.web.Shelf;

/**
 * What was done for one campaign or all of them, with the files that name them.
 *
 * @param id of the campaign; null for all
 * @param campaigns those in it that have a file still, by id
 */
record Reported(@Nullable String id, Map<String, Campaign> campaigns, Report report) {
  Reported {
    campaigns = Map.copyOf(campaigns);
  }

  /**
   * As {@code ua report} adds it up.
   *
   * @throws Refusal where neither the log nor a file knows the campaign
   */
  static Reported of(@Nullable String id, Shelf shelf, DeskLog log) {
    Map<String, Campaign> files = new HashMap<>();
    for (CampaignFile file : shelf.catalogue().all()) {
      files.put(file.id(), file.campaign());
    }
    Set<String> ids = new TreeSet<>(log.read(Reported::logged).orElse(Set.of()));
    if (id != null) {
      if (!ids.contains(id) && !files.containsKey(id)) {
        throw new Refusal(Refusal.Kind.NOT_FOUND);
      }
      ids = Set.of(id);
    }
    Set<String> wanted = Set.copyOf(ids);
    files.keySet().retainAll(wanted);
    Report report =
        log.read(actions -> Report.of(actions, wanted)).orElse(new Report(List.of(), List.of()));
    return new Reported(id, files, report);
  }

  private static Set<String> logged(ActionLog log) {
    Set<String> ids = new TreeSet<>();
    log.totals(ActionFilter.all()).stream().map(Total::campaign).forEach(ids::add);
    return ids;
  }

  /** The campaign, where it is one and has its file. */
  @Nullable Campaign campaign() {
    return id == null ? null : campaigns.get(id);
  }

  String title() {
    return new Labels(campaigns).title(id);
  }

  ReportFiles files() {
    return new ReportFiles(title(), new Labels(campaigns), report);
  }
}
