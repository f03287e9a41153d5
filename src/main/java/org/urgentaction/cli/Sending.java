package org.urgentaction.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.report.JsonOutput;
import org.urgentaction.sending.Inputs;
import org.urgentaction.sending.SendRun;

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
    boolean later = options.pace.limits().patient() && plan.leftOut().passing() > 0;
    if (plan.letters() == 0 && !later) {
      bench.note("Nothing is left to send now.");
      Summary nothing = Summary.ofNothing(plan);
      print(nothing);
      return nothing.exitStatus();
    }
    return server == null ? rehearse() : send(server, inputs);
  }

  private int rehearse() {
    SendRun.Rehearsed rehearsed;
    SendReport report = new SendReport(bench, options.json);
    try (report) {
      rehearsed = begun().rehearse(options.output, Integer.MAX_VALUE, report);
    }
    report.rehearsed(rehearsed, options.output);
    print(rehearsed.summary());
    return rehearsed.summary().exitStatus();
  }

  private int send(SmtpServer server, Inputs inputs) {
    if (options.live) {
      inputs.changes(log).forEach(change -> bench.note("Note: " + change + "."));
      if (!options.yes) {
        new Confirmation(bench).ask(plan.letters() + plan.leftOut().passing(), server);
      }
      inputs.note(log);
    }
    SendReport report = new SendReport(bench, options.json);
    try (Credentials credentials = SmtpOptions.credentials(bench, server)) {
      Summary summary = send(server, credentials, report);
      report.sent(summary, options.live);
      print(summary);
      return summary.exitStatus();
    }
  }

  private Summary send(SmtpServer server, Credentials credentials, SendReport report) {
    SendRun run = begun();
    try (report) {
      return options.live
          ? run.send(server, credentials, options.pace.limits(), options.again, report)
          : run.test(server, credentials, options.pace.limits(), report);
    }
  }

  private SendRun begun() {
    SendRun run = new SendRun(log, queue, clearance, plan, bench.clock());
    interruption.stopBy(run::stop);
    return run;
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
