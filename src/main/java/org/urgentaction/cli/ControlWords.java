package org.urgentaction.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.Control;
import org.urgentaction.log.LogReader;
import org.urgentaction.log.Standing;

/** Says which campaigns and targets are paused or cancelled, since when and why. */
final class ControlWords {
  private ControlWords() {}

  /** A campaign, or one target of it. */
  private record Subject(String campaign, @Nullable String target) {}

  /** By campaign; nothing of those whose mail may go. */
  static Map<String, List<String>> byCampaign(Workbench bench) {
    Map<Subject, Control> last = new LinkedHashMap<>();
    if (bench.hasLog()) {
      try (LogReader log = ActionLogs.read(bench.logPlace())) {
        log.controls().forEach(word -> last.put(new Subject(word.campaign(), word.target()), word));
      }
    }
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (Control word : last.values()) {
      if (word.standing() != Standing.RUNNING) {
        words.computeIfAbsent(word.campaign(), campaign -> new ArrayList<>()).add(sentence(word));
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
