package org.urgentaction.web.desk;

import io.javalin.config.RoutesConfig;
import org.urgentaction.web.CaseModel;
import org.urgentaction.web.Guard;
import org.urgentaction.web.Shelf;

/** The pages of sending, under which addresses they stand, and the lists that are under way. */
final class SendRoutes implements AutoCloseable {
  private final DeskAnswers answers;
  private final SendJobs jobs;
  private final SendPages sending;
  private final MessagePages messages;

  SendRoutes(
      DeskAnswers answers, Guard guard, Shelf shelf, CaseModel cases, SendMaterials materials) {
    this.answers = answers;
    this.jobs = new SendJobs(materials);
    this.sending = new SendPages(answers, guard, shelf, cases, jobs);
    this.messages = new MessagePages(answers, sending);
  }

  /**
   * Answers requests.
   *
   * @param campaign the address of a campaign's page
   */
  void routes(String campaign, RoutesConfig routes) {
    routes.get(campaign + "/send", answers.open(sending::begin));
    routes.post(campaign + "/send", answers.open(sending::take));
    String job = campaign + "/sending/{job}";
    routes.get(job, answers.open(sending::job));
    routes.get(job + "/bad-rows", answers.open(sending::badRows));
    routes.get(job + "/message/{number}", answers.open(messages::one));
    routes.get(job + "/message/{number}/file", answers.open(messages::file));
    routes.get(job + "/message/{number}/html", answers.open(messages::html));
    routes.get(job + "/message/{number}/attached/{part}", answers.open(messages::attachment));
    routes.post(job + "/{what}", answers.open(sending::press));
  }

  /** Asks what is being sent to end after the letters in hand. */
  void stop() {
    jobs.stop();
  }

  /** Returns when nothing is sent any more, and nothing is left of the lists. */
  @Override
  public void close() {
    jobs.close();
  }
}
