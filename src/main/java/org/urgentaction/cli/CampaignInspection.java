package org.urgentaction.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.CampaignReader;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Looks campaign files over: what the reader refuses, what the checker doubts, what paper shows.
 */
final class CampaignInspection {
  private final Workbench bench;

  CampaignInspection(Workbench bench) {
    this.bench = bench;
  }

  /**
   * All problems, file by file and line by line; of every file in the folder where none is named.
   */
  List<Problem> problems(List<Path> files) {
    List<Problem> problems = new ArrayList<>();
    Catalogue catalogue = bench.catalogue();
    if (files.isEmpty()) {
      problems.addAll(catalogue.broken());
      catalogue.all().forEach(file -> problems.addAll(doubts(catalogue, file)));
    }
    for (Path file : files) {
      try {
        CampaignFile read = new CampaignReader().read(file);
        problems.addAll(doubts(catalogue, read));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    return problems;
  }

  private static List<Problem> doubts(Catalogue catalogue, CampaignFile file) {
    List<Problem> doubts = new ArrayList<>(catalogue.warnings(file));
    doubts.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
    return doubts;
  }
}
