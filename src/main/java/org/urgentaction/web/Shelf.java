package org.urgentaction.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.CatalogueWatch;
import org.urgentaction.problem.InvalidInputException;

/**
 * The campaigns as their folder holds them at this moment, in the order in which pages show them.
 */
public final class Shelf {
  private static final Comparator<Case> SOONEST_FIRST =
      Comparator.<Case, LocalDate>comparing(
              each -> each.campaign().deadline(), Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(
              each -> each.campaign().ua(), Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(each -> each.campaign().issue(), Comparator.reverseOrder());

  private final CatalogueWatch watch;
  private final Clock clock;

  Shelf(CatalogueWatch watch, Clock clock) {
    this.watch = watch;
    this.clock = clock;
  }

  /** All of them, soonest deadline first. */
  public List<Case> all() {
    Catalogue catalogue = watch.current();
    return catalogue.all().stream()
        .map(file -> asOfToday(catalogue, file))
        .sorted(SOONEST_FIRST)
        .toList();
  }

  /** Whether there are files that cannot be read. */
  boolean hasBroken() {
    return !watch.current().broken().isEmpty();
  }

  /** The files as they were read last. */
  public Catalogue catalogue() {
    return watch.current();
  }

  /**
   * By id or UA number.
   *
   * @throws InvalidInputException where there is none, or its file is broken
   */
  public Case find(String id) {
    Catalogue catalogue = watch.current();
    return asOfToday(catalogue, catalogue.find(id));
  }

  /** Whether a campaign's file is there and cannot be read. */
  boolean isBroken(String id) {
    return watch.current().broken().stream()
        .anyMatch(problem -> String.valueOf(problem.source()).contains(id));
  }

  private Case asOfToday(Catalogue catalogue, CampaignFile file) {
    Campaign campaign = file.campaign();
    LocalDate today = Catalogue.today(clock, campaign);
    return new Case(file, catalogue.closures(campaign, today), today);
  }
}
