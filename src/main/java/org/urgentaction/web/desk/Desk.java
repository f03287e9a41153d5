package org.urgentaction.web.desk;

import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.urgentaction.letter.Templates;
import org.urgentaction.log.LogPlace;
import org.urgentaction.sending.SendingSetup;
import org.urgentaction.web.Answers;
import org.urgentaction.web.CaseModel;
import org.urgentaction.web.Guard;
import org.urgentaction.web.Shelf;

/** All of the coordinators' pages, and under which addresses they stand. */
public final class Desk implements AutoCloseable {
  private static final String BELOW = "/desk/{key}";
  private static final String CAMPAIGN = BELOW + "/campaign/{id}";

  private final DeskAnswers answers;
  private final Warnings warnings;
  private final CampaignPages campaigns;
  private final SendRoutes sending;
  private final ControlForm controls;
  private final ReplyForm replies;
  private final UnknownPages unknown;
  private final ReportPages reports;
  private final ReportDownloads downloads;

  public Desk(
      Guard guard,
      Answers answers,
      Shelf shelf,
      CaseModel cases,
      Templates templates,
      LogPlace log,
      SendingSetup setup,
      Clock clock,
      Consumer<Throwable> trouble) {
    this.answers = new DeskAnswers(guard, answers);
    this.sending =
        new SendRoutes(
            this.answers,
            guard,
            shelf,
            cases,
            new SendMaterials(setup, shelf::catalogue, templates, log, clock, trouble));
    this.warnings = new Warnings(templates, clock);
    DeskLog actions = new DeskLog(log, clock);
    this.campaigns = new CampaignPages(this.answers, shelf, cases, actions, warnings);
    this.controls = new ControlForm(this.answers, shelf, actions, campaigns);
    this.replies = new ReplyForm(this.answers, shelf, actions);
    this.unknown = new UnknownPages(this.answers, shelf, actions);
    this.reports = new ReportPages(this.answers, shelf, actions, templates);
    this.downloads = new ReportDownloads(this.answers, shelf, actions, templates);
  }

  /** Answers requests for the pages; every handler only where the key is right. */
  public void routes(RoutesConfig routes) {
    routes.get(BELOW, answers.open(campaigns::list));
    routes.get(CAMPAIGN, answers.open(campaigns::one));
    routes.post(CAMPAIGN, answers.open(controls::change));
    routes.post(CAMPAIGN + "/reply", answers.open(replies::note));
    for (String place : List.of(BELOW, CAMPAIGN)) {
      routes.get(place + "/unknown", answers.open(unknown::list));
      routes.post(place + "/unknown", answers.open(unknown::resolve));
      routes.get(place + "/report", answers.open(reports::show));
      routes.get(place + "/report/{file}", answers.open(downloads::file));
    }
    sending.routes(CAMPAIGN, routes);
  }

  /** Asks what is being sent to end after the letters in hand. */
  public void stop() {
    sending.stop();
  }

  /** Ends what goes on beside requests; returns when nothing is sent any more. */
  @Override
  public void close() {
    sending.close();
    warnings.close();
  }
}
