package org.urgentaction.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Batch;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.Ledger;
import org.urgentaction.dispatch.LogLedger;
import org.urgentaction.dispatch.Pace;
import org.urgentaction.dispatch.RehearsalLedger;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.dispatch.TrialLedger;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.RehearsalServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;
import org.urgentaction.report.JsonOutput;

/** One plan, shown and carried out: rehearsed, sent to oneself or in earnest. */
final class Sending {
  private final Workbench bench;
  private final SendOptions options;
  private final ActionLog log;
  private final Iterable<Assignment> queue;
  private final Clearance clearance;
  private final SendPlan plan;
  private final PlanReport planned;
  private final Interruption interruption;

  /**
   * @param queue what the plan was made from
   */
  Sending(
      Workbench bench,
      SendOptions options,
      ActionLog log,
      Iterable<Assignment> queue,
      Clearance clearance,
      SendPlan plan,
      PlanReport planned,
      Interruption interruption) {
    this.bench = bench;
    this.options = options;
    this.log = log;
    this.queue = queue;
    this.clearance = clearance;
    this.plan = plan;
    this.planned = planned;
    this.interruption = interruption;
  }

  /**
   * Returns the exit status.
   *
   * @param server null for a rehearsal
   * @param inputs what the messages are made from
   */
  int run(@Nullable SmtpServer server, Inputs inputs) {
    planned.print();
    boolean later = options.pace.waits() && plan.leftOut().passing() > 0;
    if (plan.letters() == 0 && !later) {
      bench.note("Nothing is left to send now.");
      Summary nothing = Summary.ofNothing(plan);
      print(nothing);
      return nothing.exitStatus();
    }
    return server == null ? rehearse() : send(server, inputs);
  }

  private int rehearse() {
    try (RehearsalServer inside = RehearsalServer.start()) {
      SendReport report = new SendReport(bench, options.json);
      RehearsalLedger ledger = new RehearsalLedger(log, inside, options.output);
      Summary summary =
          run(
              ledger,
              () -> new SmtpConnection(inside.address(), () -> new char[0], SmtpTimeouts.usual()),
              PaceOptions.ofRehearsal(bench.clock()),
              report);
      report.rehearsed(summary, ledger.written(), ledger.files(), options.output);
      print(summary);
      return summary.exitStatus();
    }
  }

  private int send(SmtpServer server, Inputs inputs) {
    if (options.live) {
      inputs.changes(log).forEach(change -> bench.note("Note: " + change + "."));
      if (!options.yes) {
        new Confirmation(bench).ask(plan.letters() + plan.leftOut().passing(), server);
      }
      inputs.note(log);
    }
    Ledger ledger =
        options.live ? new LogLedger(log, options.again, bench.clock()) : new TrialLedger();
    SendReport report = new SendReport(bench, options.json);
    try (Credentials credentials = SmtpOptions.credentials(bench, server)) {
      Summary summary =
          run(
              ledger,
              () -> new SmtpConnection(server, credentials, SmtpTimeouts.usual()),
              options.pace.pace(log, server, bench.clock()),
              report);
      report.sent(summary, options.live);
      print(summary);
      return summary.exitStatus();
    }
  }

  private Summary run(
      Ledger ledger, Supplier<SmtpConnection> connections, Pace speed, SendReport report) {
    Batch batch = new Batch(ledger, connections, clearance, speed, report);
    interruption.stopBy(batch::stop);
    try (report) {
      return batch.run(plan, queue);
    }
  }

  private void print(Summary summary) {
    if (options.json) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      fields.put("plan", planned.json());
      fields.put("summary", SendReport.json(summary));
      bench.terminal().out().println(JsonOutput.of(fields));
    }
    bench.terminal().out().flush();
    bench.terminal().err().flush();
  }
}
