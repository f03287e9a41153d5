package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** The processes of one machine that write to a log file, each with a locked file beside it. */
final class FileWorkers implements Workers {
  private final Path log;
  private @Nullable FileWorker mine;

  FileWorkers(Path log) {
    this.log = log;
  }

  @Override
  public synchronized String mine(Connection writing) {
    if (mine == null) {
      try {
        mine = FileWorker.start(log);
      } catch (IOException e) {
        throw SqliteFile.cannotUse(log, e);
      }
    }
    return mine.id();
  }

  @Override
  public synchronized boolean started() {
    return mine != null;
  }

  @Override
  public boolean alive(Connection writing, String id) {
    try {
      return FileWorker.alive(log, id);
    } catch (IOException e) {
      throw SqliteFile.cannotUse(log, e);
    }
  }

  @Override
  public void forget(String id) {
    try {
      FileWorker.forget(log, id);
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
