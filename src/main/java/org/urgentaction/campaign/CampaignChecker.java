package org.urgentaction.campaign;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.urgentaction.problem.Problem;

/** Reads a campaign as a careful colleague would, and says what is doubtful in it. */
public final class CampaignChecker {
  private final GapChecker gaps = new GapChecker();
  private final ContactChecker contacts = new ContactChecker();
  private final LetterChecker letters = new LetterChecker();
  private final LanguageChecker languages = new LanguageChecker();

  /** Warnings only, in the order of the file, the reader's own among them. */
  public List<Problem> check(CampaignFile file) {
    List<Problem> found = new ArrayList<>(file.warnings());
    checkDates(file, found);
    checkIssues(file, found);
    checkCopies(file, found);
    checkPhoto(file, found);
    gaps.check(file, found);
    contacts.check(file, found);
    letters.check(file, found);
    languages.check(file, found);
    found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return found;
  }

  private static void checkDates(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    IssueDate issued = campaign.issued();
    LocalDate deadline = campaign.deadline();
    if (issued != null && deadline != null && deadline.isBefore(issued.earliest())) {
      found.add(
          file.warning(
                  "deadline",
                  "the deadline, %s, is before the day of issue, %s".formatted(deadline, issued))
              .advise("correct one of them"));
    }
    Stopped stopped = campaign.stopped();
    if (stopped != null && stopped.because().isEmpty()) {
      found.add(
          file.warning("stopped", "the action was stopped, and nothing says why")
              .advise("tell writers in `because`, good news above all"));
    }
  }

  private static void checkIssues(CampaignFile file, List<Problem> found) {
    Campaign campaign = file.campaign();
    if (campaign.issue() == 1 && !campaign.previous().isEmpty()) {
      found.add(
          file.warning("previous", "the first issue cannot have an earlier one")
              .advise("correct `issue`, or leave `previous` out"));
    } else if (campaign.issue() > 1 && campaign.previous().isEmpty()) {
      found.add(
          file.warning(
                  "issue",
                  "this is issue %d, and `previous` is not given".formatted(campaign.issue()))
              .advise("name the earlier issue's id or a link to it"));
    }
  }

  private static void checkCopies(CampaignFile file, List<Problem> found) {
    Map<String, String> taken = new HashMap<>();
    List<Copy> copies = file.campaign().copies();
    for (int i = 0; i < copies.size(); i++) {
      String path = "copies[" + i + "]";
      String id = copies.get(i).office().id();
      if (copies.get(i).countries().isEmpty()) {
        found.add(
            file.warning(path, "no writer's country leads to the copy `" + id + "`")
                .advise("add `for: [CA]` with the countries it is for"));
      }
      for (String country : copies.get(i).countries()) {
        String first = taken.putIfAbsent(country, id);
        if (first != null) {
          found.add(
              file.warning(
                      path + ".for",
                      "`%s` is for %s as well; only `%s` is used".formatted(first, country, first))
                  .advise("give each country one copy"));
        }
      }
    }
  }

  private static void checkPhoto(CampaignFile file, List<Problem> found) {
    Photo photo = file.campaign().photo();
    if (photo == null) {
      return;
    }
    if (!Files.isRegularFile(file.path().resolveSibling(photo.file()))) {
      found.add(
          file.warning("photo.file", "there is no picture `" + photo.file() + "`")
              .advise("put it beside the campaign file"));
    }
    if (photo.alt().isEmpty()) {
      found.add(
          file.warning("photo", "the picture is not described")
              .advise("say in `alt` what it shows, for those who do not see it"));
    }
  }
}
