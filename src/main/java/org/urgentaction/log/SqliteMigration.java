package org.urgentaction.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * Brings a log file to its newest form, if it is not, by one process at a time: SQLite has no lock
 * that Flyway could hold over several transactions, so a locked file beside the log stands for it.
 */
final class SqliteMigration {
  private static final long PAUSE_MILLIS = 20;

  private final SqliteFile file;

  SqliteMigration(SqliteFile file) {
    this.file = file;
  }

  void run() {
    if (schema() == SqliteFile.SCHEMA) {
      return;
    }
    Path guard = FileWorker.folderOf(file.path()).resolve("migration");
    long deadline = System.nanoTime() + file.patience().toNanos();
    try {
      Files.createDirectories(guard.getParent());
      while (!migrated(guard)) {
        if (System.nanoTime() > deadline) {
          throw new LogUnavailableException(
              Problem.error(
                      file.path().toString(),
                      "another program has been changing the action log for "
                          + file.patience().toSeconds()
                          + " s")
                  .advise("wait for that program, then give the same command again"));
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      throw SqliteFile.cannotUse(guard, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LogUnavailableException(
          Problem.error(file.path().toString(), "opening the action log was interrupted")
              .advise("give the same command again"),
          e);
    }
  }

  /** False if another is at it. */
  private boolean migrated(Path guard) throws IOException {
    try (FileChannel channel =
        FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = tryLock(channel);
      if (lock == null || !Files.exists(guard)) {
        return false;
      }
      int schema = schema();
      if (schema != SqliteFile.SCHEMA) {
        migrate(schema);
      }
      Files.deleteIfExists(guard);
      return true;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process is at it
    }
  }

  private void migrate(int schema) {
    // Marked as ours first, so that a migration cut off in the middle can be taken up again.
    set("application_id", SqliteFile.APPLICATION);
    try {
      Migrations.run(file.source(), "TEXT", schema == 0 ? null : Integer.toString(schema));
    } catch (SQLException e) {
      throw file.explain(e);
    }
    set("user_version", SqliteFile.SCHEMA);
  }

  private void set(String pragma, int value) {
    Connection connection = file.connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA " + pragma + " = " + value);
    } catch (SQLException e) {
      throw file.explain(e);
    } finally {
      file.close(connection);
    }
  }

  private int schema() {
    Connection connection = file.connect();
    try (Statement statement = connection.createStatement()) {
      return SqliteFile.pragma(statement, "user_version");
    } catch (SQLException e) {
      throw file.explain(e);
    } finally {
      file.close(connection);
    }
  }
}
