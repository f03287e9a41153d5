package org.urgentaction.web.desk;

import io.javalin.config.RoutesConfig;
import java.time.Clock;
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

  private final DeskAnswers answers;
  private final CampaignPages campaigns;
  private final SendJobs jobs;
  private final SendPages sending;
  private final MessagePages messages;

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
    this.campaigns = new CampaignPages(this.answers, shelf, cases);
    this.jobs =
        new SendJobs(new SendMaterials(setup, shelf::catalogue, templates, log, clock, trouble));
    this.sending = new SendPages(this.answers, guard, shelf, cases, jobs);
    this.messages = new MessagePages(this.answers, sending);
  }

  /** Answers requests for the pages; every handler only where the key is right. */
  public void routes(RoutesConfig routes) {
    routes.get(BELOW, answers.open(campaigns::list));
    routes.get(BELOW + "/campaign/{id}", answers.open(campaigns::one));
    routes.get(BELOW + "/campaign/{id}/send", answers.open(sending::begin));
    routes.post(BELOW + "/campaign/{id}/send", answers.open(sending::take));
    String job = BELOW + "/campaign/{id}/sending/{job}";
    routes.get(job, answers.open(sending::job));
    routes.get(job + "/bad-rows", answers.open(sending::badRows));
    routes.get(job + "/message/{number}", answers.open(messages::one));
    routes.get(job + "/message/{number}/file", answers.open(messages::file));
    routes.get(job + "/message/{number}/html", answers.open(messages::html));
    routes.get(job + "/message/{number}/attached/{part}", answers.open(messages::attachment));
    routes.post(job + "/{what}", answers.open(sending::press));
  }

  /** Asks what is being sent to end after the letters in hand. */
  public void stop() {
    jobs.stop();
  }

  /** Returns when nothing is sent any more, and nothing is left of the lists. */
  @Override
  public void close() {
    jobs.close();
  }
}
