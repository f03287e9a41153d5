package org.urgentaction.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.urgentaction.log.ActionLog;
import org.urgentaction.log.ActionLogs;
import org.urgentaction.log.LogPlace;

/**
 * The log as coordinators ask it: opened for one answer, with what dead processes left behind seen
 * to. Every method throws {@link org.urgentaction.log.LogUnavailableException} where it cannot be
 * used.
 */
final class DeskLog {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final LogPlace place;
  private final Clock clock;

  DeskLog(LogPlace place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  /** What it says; empty where there is none yet. */
  <T> Optional<T> read(Function<ActionLog, T> question) {
    return place.exists() ? Optional.of(change(question)) : Optional.empty();
  }

  /** What it says once it was told something; made where there is none yet. */
  <T> T change(Function<ActionLog, T> change) {
    try (ActionLog log = ActionLogs.open(place, clock, PATIENCE)) {
      log.recover();
      return change.apply(log);
    }
  }
}
