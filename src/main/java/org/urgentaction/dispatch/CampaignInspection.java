package org.urgentaction.dispatch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignChecker;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.letter.Languages;
import org.urgentaction.letter.LetterChoices;
import org.urgentaction.letter.LetterComposer;
import org.urgentaction.letter.LetterOrder;
import org.urgentaction.letter.LetterPlanner;
import org.urgentaction.letter.Templates;
import org.urgentaction.letter.Writer;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.Severity;
import org.urgentaction.typeset.FontLibrary;

/**
 * Looks campaign files over: what the reader refuses, what the checker doubts, what paper shows.
 */
public final class CampaignInspection {
  private final LetterComposer composer;
  private final PressRoom pressRoom;
  private final Clock clock;

  public CampaignInspection(Templates templates, Clock clock) {
    this.composer = new LetterComposer(templates);
    this.pressRoom = new PressRoom(FontLibrary.bundled(), composer, false);
    this.clock = clock;
  }

  /** All problems of a folder, file by file and line by line. */
  public List<Problem> problems(Catalogue catalogue) {
    List<Problem> problems = new ArrayList<>(catalogue.broken());
    catalogue.all().forEach(file -> problems.addAll(doubts(catalogue, file)));
    return problems;
  }

  /** What is doubtful in a file, by itself and among its neighbours, line by line. */
  public List<Problem> doubts(Catalogue catalogue, CampaignFile file) {
    List<Problem> doubts = doubts(file);
    doubts.addAll(catalogue.warnings(file));
    doubts.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return doubts;
  }

  /** All problems of some files, file by file and line by line. */
  public List<Problem> problems(List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        problems.addAll(doubts(new CampaignReader().read(file)));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    return problems;
  }

  private List<Problem> doubts(CampaignFile file) {
    List<Problem> doubts = new ArrayList<>(new CampaignChecker().check(file));
    for (Locale language : file.campaign().letterLanguages()) {
      doubts.addAll(onPaper(file, language));
    }
    doubts.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return doubts;
  }

  /** Sets the letters of a language as somebody without a name would send them. */
  private List<Problem> onPaper(CampaignFile file, Locale language) {
    Campaign campaign = file.campaign();
    String place = "letter." + language.toLanguageTag();
    List<Problem> found = new ArrayList<>();
    LetterChoices choices =
        new LetterChoices(List.of(), language, null, null, Catalogue.today(clock, campaign));
    for (LetterOrder order : new LetterPlanner(campaign, choices).orders(Writer.anonymous(null))) {
      try {
        int pages = pressRoom.set(composer.compose(order)).pages();
        if (pages > 1) {
          found.add(
              file.warning(
                      place,
                      "the letter to %s in %s takes %d pages"
                          .formatted(order.recipient().id(), Languages.shown(language), pages))
                  .advise("shorten it: an official reads one page"));
        }
      } catch (InvalidInputException e) {
        for (Problem problem : e.problems()) {
          found.add(
              new Problem(
                  Severity.WARNING,
                  file.path().toString(),
                  file.places().at(place).line(),
                  file.places().at(place).column(),
                  problem.message(),
                  problem.advice()));
        }
      }
    }
    return found;
  }
}
