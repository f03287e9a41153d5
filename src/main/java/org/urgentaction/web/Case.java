package org.urgentaction.web;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.urgentaction.campaign.Campaign;
import org.urgentaction.campaign.CampaignFile;
import org.urgentaction.campaign.Catalogue;
import org.urgentaction.campaign.Closure;

/**
 * A campaign as it stands today.
 *
 * @param closures why nothing more is to be sent; empty while it is open
 * @param today where its section is
 */
public record Case(CampaignFile file, List<Closure> closures, LocalDate today) {
  public Case {
    closures = List.copyOf(closures);
  }

  public Campaign campaign() {
    return file.campaign();
  }

  public boolean open() {
    return closures.isEmpty();
  }

  public OptionalLong daysLeft() {
    return Catalogue.daysLeft(campaign(), today);
  }

  public boolean superseded() {
    return closures.stream().anyMatch(Closure.Superseded.class::isInstance);
  }
}
