package org.urgentaction.cli;

import java.util.ArrayList;
import java.util.List;
import org.urgentaction.log.ActionFilter;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogReader;
import org.urgentaction.log.Reply;
import org.urgentaction.returns.BounceRule;
import org.urgentaction.returns.Unreachable;

/**
 * What came back from officials, as far as the log knows: their answers, and nothing but bounces.
 */
record Responses(List<Reply> replies, List<Unreachable> unreachable) {
  Responses {
    replies = List.copyOf(replies);
    unreachable = List.copyOf(unreachable);
  }

  /** From the targets of a campaign; empty where there is no log yet. */
  static Responses to(Workbench bench, String campaign) {
    if (!bench.hasLog()) {
      return new Responses(List.of(), List.of());
    }
    try (LogReader log = ActionLogs.read(bench.logPlace())) {
      return new Responses(log.replies(campaign), unreachable(log, ActionFilter.of(campaign)));
    }
  }

  /** Targets of all campaigns that no mail reaches. */
  static List<Unreachable> unreachable(Workbench bench) {
    if (!bench.hasLog()) {
      return List.of();
    }
    try (LogReader log = ActionLogs.read(bench.logPlace())) {
      return unreachable(log, ActionFilter.all());
    }
  }

  private static List<Unreachable> unreachable(LogReader log, ActionFilter filter) {
    return Unreachable.among(log.totals(filter), log.controls(), BounceRule.USUAL);
  }

  /** One line for each, for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Reply reply : replies) {
      lines.add(
          "%s: %s answered%s"
              .formatted(
                  CampaignWords.day(reply.on()),
                  reply.target(),
                  reply.words() == null ? "" : ": " + reply.words()));
    }
    unreachable.forEach(each -> lines.add(line(each)));
    return lines;
  }

  /** A target that no mail reaches, and that it is left out. */
  static String line(Unreachable each) {
    return "mail to %s comes back (%d of %d): left out of further mail"
        .formatted(each.target(), each.returned(), each.sent());
  }
}
