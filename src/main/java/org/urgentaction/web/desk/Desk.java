package org.urgentaction.web.desk;

import io.javalin.config.RoutesConfig;
import java.time.Clock;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.LogPlace;
import org.urgentaction.web.Answers;
import org.urgentaction.web.CaseModel;
import org.urgentaction.web.Guard;
import org.urgentaction.web.Shelf;

/** All of the coordinators' pages, and under which addresses they stand. */
public final class Desk {
  private static final String BELOW = "/desk/{key}";

  private final DeskAnswers answers;
  private final CampaignPages campaigns;

  public Desk(
      Guard guard,
      Answers answers,
      Shelf shelf,
      CaseModel cases,
      Templates templates,
      LogPlace log,
      Clock clock) {
    this.answers = new DeskAnswers(guard, answers);
    this.campaigns = new CampaignPages(this.answers, shelf, cases);
  }

  /** Answers requests for the pages; every handler only where the key is right. */
  public void routes(RoutesConfig routes) {
    routes.get(BELOW, answers.open(campaigns::list));
    routes.get(BELOW + "/campaign/{id}", answers.open(campaigns::one));
  }
}
