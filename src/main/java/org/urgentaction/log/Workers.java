package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The processes that write to one log: this one, from its first change on, and the others. */
final class Workers implements AutoCloseable {
  private final Path log;
  private @Nullable Worker mine;

  Workers(Path log) {
    this.log = log;
  }

  /** This process's name in the log. */
  synchronized String mine() {
    if (mine == null) {
      try {
        mine = Worker.start(log);
      } catch (IOException e) {
        throw SqliteFile.cannotUse(log, e);
      }
    }
    return mine.id();
  }

  synchronized boolean started() {
    return mine != null;
  }

  boolean alive(String id) {
    try {
      return Worker.alive(log, id);
    } catch (IOException e) {
      throw SqliteFile.cannotUse(log, e);
    }
  }

  void forget(String id) {
    try {
      Worker.forget(log, id);
    } catch (IOException e) {
      throw SqliteFile.cannotUse(log, e);
    }
  }

  @Override
  public synchronized void close() {
    if (mine != null) {
      try {
        mine.close();
      } catch (IOException e) {
        throw SqliteFile.cannotUse(log, e);
      }
    }
  }
}
