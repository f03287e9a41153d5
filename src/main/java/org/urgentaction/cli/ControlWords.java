package org.urgentaction.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.Control;
import org.urgentaction.log.LogReader;

/** Says which campaigns and targets are paused or cancelled, since when and why. */
final class ControlWords {
  private ControlWords() {}

  /** By campaign; nothing of those whose mail may go. */
  static Map<String, List<String>> byCampaign(Workbench bench) {
    Map<String, List<String>> words = new LinkedHashMap<>();
    if (bench.hasLog()) {
      try (LogReader log = ActionLogs.read(bench.logPlace())) {
        for (Control word : Control.inForce(log.controls())) {
          words.computeIfAbsent(word.campaign(), campaign -> new ArrayList<>()).add(sentence(word));
        }
      }
    }
    return words;
  }

  private static String sentence(Control word) {
    return "%smail %s since %s%s"
        .formatted(
            word.target() == null ? "" : word.target() + ": ",
            word.standing(),
            CampaignWords.day(LocalDate.ofInstant(word.at(), ZoneOffset.UTC)),
            word.reason() == null ? "" : ": " + word.reason());
  }
}
