package org.urgentaction.sending;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.Assignment;
import org.urgentaction.dispatch.Batch;
import org.urgentaction.dispatch.Clearance;
import org.urgentaction.dispatch.Ledger;
import org.urgentaction.dispatch.LogLedger;
import org.urgentaction.dispatch.Pace;
import org.urgentaction.dispatch.RehearsalLedger;
import org.urgentaction.dispatch.SendListener;
import org.urgentaction.dispatch.SendPlan;
import org.urgentaction.dispatch.Summary;
import org.urgentaction.dispatch.TrialLedger;
import org.urgentaction.log.ActionLog;
import org.urgentaction.mail.Credentials;
import org.urgentaction.mail.RehearsalServer;
import org.urgentaction.mail.SmtpConnection;
import org.urgentaction.mail.SmtpConnections;
import org.urgentaction.mail.SmtpServer;
import org.urgentaction.mail.SmtpTimeouts;

/** A plan carried out: rehearsed, sent to oneself or in earnest. Each of them runs once. */
public final class SendRun {
  private final ActionLog log;
  private final Iterable<Assignment> queue;
  private final Clearance clearance;
  private final SendPlan plan;
  private final Clock clock;
  private boolean stopped;
  private @Nullable Batch current;

  /**
   * How a rehearsal ended.
   *
   * @param written messages that came through the dialogue
   * @param files the first of them
   */
  public record Rehearsed(Summary summary, int written, List<Path> files) {
    public Rehearsed {
      files = List.copyOf(files);
    }
  }

  /**
   * @param queue what the plan was made from
   */
  public SendRun(
      ActionLog log, Iterable<Assignment> queue, Clearance clearance, SendPlan plan, Clock clock) {
    this.log = log;
    this.queue = queue;
    this.clearance = clearance;
    this.plan = plan;
    this.clock = clock;
  }

  /** Ends it after the messages in hand, or before it begins; from any thread. */
  public void stop() {
    Batch batch;
    synchronized (this) {
      stopped = true;
      batch = current;
    }
    if (batch != null) {
      batch.stop();
    }
  }

  /**
   * Sends the messages to a server inside the program, and no further.
   *
   * @param folder where they are left
   * @param kept how many of them at most
   */
  public Rehearsed rehearse(Path folder, int kept, SendListener listener) {
    try (RehearsalServer inside = RehearsalServer.start()) {
      RehearsalLedger ledger = new RehearsalLedger(log, inside, folder, kept);
      Summary summary =
          run(
              ledger,
              () -> new SmtpConnection(inside.address(), () -> new char[0], SmtpTimeouts.usual()),
              Pace.unlimited(1, clock),
              listener);
      return new Rehearsed(summary, ledger.written(), ledger.files());
    }
  }

  /**
   * Sends them in earnest.
   *
   * @param again whether to try again what was refused for good
   */
  public Summary send(
      SmtpServer server,
      Credentials credentials,
      SendingLimits limits,
      boolean again,
      SendListener listener) {
    return through(server, credentials, limits, new LogLedger(log, again, clock), listener);
  }

  /** Sends them to one's own address; the log hears nothing of it. */
  public Summary test(
      SmtpServer server, Credentials credentials, SendingLimits limits, SendListener listener) {
    return through(server, credentials, limits, new TrialLedger(), listener);
  }

  private Summary through(
      SmtpServer server,
      Credentials credentials,
      SendingLimits limits,
      Ledger ledger,
      SendListener listener) {
    return run(
        ledger,
        new SmtpConnections(server, credentials, SmtpTimeouts.usual()),
        limits.pace(log, server, clock),
        listener);
  }

  private Summary run(
      Ledger ledger, Supplier<SmtpConnection> connections, Pace pace, SendListener listener) {
    Batch batch = new Batch(ledger, connections, clearance, pace, listener);
    synchronized (this) {
      current = batch;
      if (stopped) {
        batch.stop();
      }
    }
    return batch.run(plan, queue);
  }
}
