package org.urgentaction.campaign;

import java.util.List;
import java.util.Map;
import org.urgentaction.problem.Problem;

/** Says what a campaign lacks that a document need not have, and what becomes of it then. */
final class GapChecker {

  void check(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    if (campaign.ua() == null) {
      warn(
          file,
          found,
          ReviewMark.NUMBER,
          "there is no UA number: no later issue can supersede this campaign",
          "look the number up, or ask the section that issued it; then `ua: 31/22`");
    }
    if (campaign.people().isEmpty()) {
      warn(
          file,
          found,
          ReviewMark.PEOPLE,
          "nobody at risk is named: the title stands in subject lines instead",
          "add `people:` with `- name: …`; a group has a name too");
    }
    if (campaign.targets().isEmpty()) {
      warn(
          file,
          found,
          ReviewMark.TARGET,
          "no target is named: a letter is an open one to the authorities, and nothing can be sent",
          "add `targets:` with `- id: president` and how to reach them");
    }
    if (campaign.deadline() == null && campaign.stopped() == null) {
      warn(
          file,
          found,
          ReviewMark.DEADLINE,
          "there is no deadline: nothing tells writers when to stop",
          "add `deadline:` where the document gives one; ask the section where it does not");
    }
    if (campaign.asks().isEmpty()
        && (campaign.letter().isEmpty() || !campaign.copies().isEmpty())) {
      warn(
          file,
          found,
          ReviewMark.REQUEST,
          campaign.letter().isEmpty()
              ? "nothing is asked: a letter tells the case, from `summary`, and makes no request"
              : "there are no requests: the letter that goes with a copy cannot say what was asked",
          "add `asks:` with a line for each request");
    }
    checkMarks(file, found);
    new UnfilledNames(campaign).check(file, found);
  }

  /** At the comment that says so already, where there is one. */
  private static void warn(
      CampaignFile file, List<Problem> found, String what, String message, String advice) {
    SourcePlace place =
        file.marks().stream()
            .filter(mark -> mark.isMissing(what))
            .map(ReviewMark::place)
            .findFirst()
            .orElse(file.places().at(""));
    found.add(file.warning(place, message).advise(advice));
  }

  /** What import doubts and nobody has looked at yet. */
  private static void checkMarks(CampaignFile file, List<Problem> found) {
    for (ReviewMark mark : file.marks()) {
      if (found.stream().noneMatch(problem -> problem.line() == mark.place().line())) {
        found.add(
            file.warning(mark.place(), "still to be checked: " + Spelling.shown(mark.text(), 200))
                .advise("look at it, mend it, and delete the comment"));
      }
    }
  }

  /** Placeholders for what the campaign does not give: a letter with one cannot be made. */
  private record UnfilledNames(Map<String, Boolean> given) {
    UnfilledNames(Campaign campaign) {
      this(
          Map.of(
              "ua",
              campaign.ua() != null,
              "deadline",
              campaign.deadline() != null,
              "people",
              !campaign.people().isEmpty(),
              "person.name",
              !campaign.people().isEmpty()));
    }

    void check(CampaignFile file, List<Problem> found) {
      LetterChecker.textsOf(file.campaign())
          .forEach(
              (path, text) ->
                  Placeholders.namesIn(text).stream()
                      .map(Placeholders.Name::name)
                      .distinct()
                      .filter(name -> !given.getOrDefault(name, true))
                      .forEach(
                          name ->
                              found.add(
                                  file.warning(
                                          path,
                                          "`${%s}` stands here, and the campaign has none"
                                              .formatted(name))
                                      .advise(
                                          "give `%s`, or leave it out here"
                                              .formatted(
                                                  name.equals("person.name") ? "people" : name)))));
    }
  }
}
