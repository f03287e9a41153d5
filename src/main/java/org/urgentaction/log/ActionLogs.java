package org.urgentaction.log;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Opens logs, wherever they are kept. */
public final class ActionLogs {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ActionLogs() {}

  /**
   * Opens a log, and makes it and its writers' key where there is none.
   *
   * @throws LogUnavailableException if it is locked, damaged, not a log of ours, or cannot be
   *     written to, or if it is without its key
   */
  public static ActionLog open(LogPlace place, Clock clock) {
    return open(place, clock, PATIENCE);
  }

  /**
   * As {@link #open(LogPlace, Clock)}.
   *
   * @param patience how long to wait for another program that keeps the log locked
   */
  public static ActionLog open(LogPlace place, Clock clock, Duration patience) {
    return new SqlActionLog(database(place, patience), clock);
  }

  /** As {@link #open(LogPlace, Clock)}, for a file with its key beside it. */
  public static ActionLog open(Path file, Clock clock) {
    return open(LogPlace.file(file), clock);
  }

  /** Opens a log that is there for reading alone: without its writers' key. */
  public static LogReader read(LogPlace place) {
    Database database = database(place, PATIENCE);
    try {
      database.migrate();
    } catch (LogUnavailableException e) {
      database.close();
      throw e;
    }
    return new LogReader(database);
  }

  private static Database database(LogPlace place, Duration patience) {
    if (place instanceof LogPlace.OnServer server) {
      return new PostgresDatabase(new PostgresServer(server, patience));
    }
    LogPlace.InFile file = (LogPlace.InFile) place;
    return new SqliteDatabase(new SqliteFile(file.file(), patience, 0), file.key());
  }
}
