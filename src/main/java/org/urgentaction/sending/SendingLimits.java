package org.urgentaction.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.ClockRest;
import org.urgentaction.dispatch.Pace;
import org.urgentaction.dispatch.SendingHours;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.RateWindow;
import org.urgentaction.mail.SmtpServer;

/**
 * How fast mail goes, when, and over how many connections.
 *
 * @param windows of the account, all of which hold at once
 * @param hours in which officials get mail, or null for any
 * @param connections at once
 * @param patient whether a run waits for limits, hours and what was put off, until all is done
 */
public record SendingLimits(
    List<RateWindow> windows, @Nullable SendingHours hours, int connections, boolean patient) {
  public SendingLimits {
    windows = List.copyOf(windows);
  }

  /** The pace at which a server is sent to; what is spent of its limits, the log remembers. */
  Pace pace(ActionLog log, SmtpServer server, Clock clock) {
    String user = server.user() == null ? "" : server.user();
    String account = log.writers().hashAccount(server.host(), user);
    @Nullable Supplier<Optional<Instant>> budget =
        windows.isEmpty() ? null : () -> log.reserve(account, windows);
    return new Pace(connections, budget, patient, new ClockRest(clock), clock);
  }
}
