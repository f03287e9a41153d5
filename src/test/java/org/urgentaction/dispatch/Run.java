package org.urgentaction.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.ScriptedSmtpServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;

/** A live run as tests vary it: planned, sent, and what it told its listener. */
final class Run {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(500));

  final Heard heard = new Heard();
  private final ActionLog log;
  private final SmtpServer server;
  private Clock clock = Clock.systemUTC();
  private Rest rest = (then, woken) -> true;
  private int connections = 1;
  private boolean again;
  private boolean patient;
  private @Nullable Supplier<Optional<Instant>> budget;
  private @Nullable SendingHours hours;
  private @Nullable Batch batch;
  private @Nullable SendPlan plan;

  Run(ActionLog log, ScriptedSmtpServer server) {
    this(log, server.address());
  }

  Run(ActionLog log, SmtpServer server) {
    this.log = log;
    this.server = server;
  }

  Run over(int number) {
    connections = number;
    return this;
  }

  Run again() {
    again = true;
    return this;
  }

  /** It waits for what is put off, by this clock. */
  Run patient() {
    patient = true;
    return this;
  }

  Run by(SetClock set) {
    clock = set;
    rest = set;
    return this;
  }

  Run restingWith(Rest other) {
    rest = other;
    return this;
  }

  Run within(Supplier<Optional<Instant>> limits) {
    budget = limits;
    return this;
  }

  Run within(SendingHours open) {
    hours = open;
    return this;
  }

  SendPlan plan() {
    return plan;
  }

  /** From any thread, while it sends. */
  void stop() {
    batch.stop();
  }

  Summary send(List<Assignment> letters) {
    log.recover();
    Clearance clearance = Clearance.by(log, again, hours, clock);
    plan = new SendPlanner(clearance).plan(letters);
    batch =
        new Batch(
            new LogLedger(log, again, clock),
            () -> new SmtpConnection(server, () -> new char[0], SHORT),
            clearance,
            new Pace(connections, budget, patient, rest, clock),
            heard);
    return batch.run(plan, letters);
  }
}
