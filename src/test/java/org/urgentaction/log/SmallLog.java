package org.urgentaction.log;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A log in a file on a disk that is full as soon as the file has so many pages. */
public final class SmallLog {
  private SmallLog() {}

  public static ActionLog open(Path file, Clock clock, int pages) {
    SqliteFile small = new SqliteFile(file, Duration.ofSeconds(1), pages);
    return new SqlActionLog(new SqliteDatabase(small, WriterKey.fileOf(file)), clock);
  }
}
