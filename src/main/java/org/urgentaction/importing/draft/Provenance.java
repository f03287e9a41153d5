package org.urgentaction.importing.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.importing.Findings;
import org.urgentaction.importing.Found;
import org.urgentaction.importing.FoundOffice;

/** Remembers on which lines of the document the parts of a campaign stand. */
final class Provenance {
  private static final int WIDTH = 110;

  private final List<String> parts = new ArrayList<>();
  private final List<String> offices = new ArrayList<>();

  void note(Findings findings, Campaign campaign) {
    part("number", findings.ua());
    part("issue", findings.issue());
    part("title", findings.title());
    part("country", findings.country());
    part("issued", findings.issued());
    part("deadline", findings.deadline());
    if (!findings.people().isEmpty()) {
      part("people", findings.people().get(0).name());
    }
    part("summary", findings.summary());
    if (!campaign.asks().isEmpty()) {
      part("asks", findings.asks().get(0));
    }
    part("letter", findings.letter());
    part("background", findings.background());
    parts.addAll(offices);
  }

  /** Where an official begins. */
  void office(String id, FoundOffice found) {
    Stream.of(found.name(), found.role(), found.organization())
        .filter(each -> each != null && each.line() > 0)
        .mapToInt(Found::line)
        .min()
        .ifPresent(line -> offices.add(id + " " + line));
  }

  private void part(String name, @Nullable Found<?> found) {
    if (found != null && found.line() > 0) {
      parts.add(name + " " + found.line());
    }
  }

  /** The comment's lines; none where nothing has a line. */
  List<String> lines() {
    if (parts.isEmpty()) {
      return List.of();
    }
    return YamlText.folded(
        "On its lines: " + String.join(", ", parts.stream().map(Remarks::oneLine).toList()) + ".",
        WIDTH);
  }
}
