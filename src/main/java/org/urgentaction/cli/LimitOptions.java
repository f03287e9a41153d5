package org.urgentaction.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.dispatch.RateLimits;
import org.urgentaction.dispatch.SendingHours;
import org.urgentaction.log.RateWindow;
import org.urgentaction.mail.ProviderPreset;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.urgentaction.sending.SendingLimits;
import picocli.CommandLine.Option;

/** How fast mail may go, when, and over how many connections. */
final class LimitOptions {
  /**
   * A far server's rate grows with them, and the log's commits are shared by them; fewer than any
   * usual relay allows to one client (20 to 50). A provider that is known has its own number.
   */
  private static final int DEFAULT_CONNECTIONS = 8;

  private static final int MOST_CONNECTIONS = 50;

  @Option(
      names = "--rate",
      paramLabel = "N/TIME",
      description =
          "At most so many messages, such as 30/min,500/day; what is spent is remembered (default:"
              + " what is known of the provider).")
  private @Nullable String rate;

  @Option(
      names = "--hours",
      paramLabel = "H-H",
      description = "Only in these hours where the official sits, such as 8-18.")
  private @Nullable String hours;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Connections to the server at once (default: 8, or what the provider bears).")
  private @Nullable Integer connections;

  private @Nullable ProviderPreset provider;

  /** Keeps to what is known of a provider where the user says nothing else. */
  void keepTo(@Nullable ProviderPreset preset) {
    provider = preset;
  }

  private @Nullable SendingHours hours() {
    return hours == null ? null : SendingHours.parse(hours);
  }

  /** The limits of the account; none where nothing was said. */
  private List<RateWindow> windows() {
    if (rate != null) {
      return RateLimits.parse(rate);
    }
    return provider == null
        ? List.of()
        : provider.quotas().stream()
            .map(quota -> new RateWindow(quota.messages(), quota.period()))
            .toList();
  }

  int connections() {
    int usual =
        provider == null
            ? DEFAULT_CONNECTIONS
            : Math.min(DEFAULT_CONNECTIONS, provider.connections());
    int asked = connections == null ? usual : connections;
    if (asked < 1 || asked > MOST_CONNECTIONS) {
      throw new InvalidInputException(
          Problem.error("--connections", "%d connections cannot be made".formatted(asked))
              .advise("from 1 to " + MOST_CONNECTIONS));
    }
    return asked;
  }

  /**
   * What was asked for, with what is known of the provider.
   *
   * @param patient whether to wait for limits, hours and what was put off
   */
  SendingLimits limits(boolean patient) {
    return new SendingLimits(windows(), hours(), connections(), patient);
  }
}
