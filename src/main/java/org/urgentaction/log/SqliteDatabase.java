package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/** The log in one SQLite file, shared by any number of processes on one machine. */
final class SqliteDatabase implements Database {
  private static final String KEY_LOST =
      "restore it from a copy: without it, nobody can tell who has written already";

  private final SqliteFile file;
  private final Path key;
  private final FileWorkers workers;
  private final Object readingLock = new Object();
  private @Nullable Connection writing;
  private @Nullable Connection reading;

  SqliteDatabase(SqliteFile file, Path key) {
    this.file = file;
    this.key = key;
    this.workers = new FileWorkers(file.path());
  }

  @Override
  public void migrate() {
    try {
      if (schema(reading()) != SqliteFile.SCHEMA) {
        new SqliteMigration(file).run();
      }
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  private static int schema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return SqliteFile.pragma(statement, "user_version");
    }
  }

  private Connection reading() {
    synchronized (readingLock) {
      if (reading == null) {
        reading = file.connect();
      }
      return reading;
    }
  }

  @Override
  public WriterKey key(Connection writing) throws SQLException {
    return new LogKey(writing, key, KEY_LOST).get();
  }

  @Override
  public synchronized Connection writing() {
    if (writing == null) {
      writing = file.connect();
    }
    return writing;
  }

  @Override
  public void begin(Connection connection, boolean shared) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    execute(connection, "COMMIT");
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      execute(connection, "ROLLBACK");
    }
  }

  @Override
  public String rowLock() {
    return ""; // whoever writes has the whole file
  }

  @Override
  public boolean worthAnotherTry(SQLException e) {
    return false; // BEGIN IMMEDIATE has waited already
  }

  @Override
  public <T> T read(Question<T> question) {
    synchronized (readingLock) {
      return ask(reading(), question);
    }
  }

  @Override
  public <T> T readApart(Question<T> question) {
    Connection connection = file.connect();
    try {
      return ask(connection, question);
    } finally {
      file.close(connection);
    }
  }

  private <T> T ask(Connection connection, Question<T> question) {
    try {
      execute(connection, "BEGIN");
      try {
        return question.ask(connection);
      } finally {
        rollBack(connection);
      }
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  @Override
  public LogUnavailableException explain(SQLException e) {
    return file.explain(e);
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public List<Problem> warnings() {
    try {
      return WriterKey.exposure(key).stream().toList();
    } catch (IOException e) {
      throw SqliteFile.cannotUse(key, e);
    }
  }

  @Override
  public void close() {
    try {
      synchronized (readingLock) {
        if (reading != null) {
          file.close(reading);
        }
      }
    } finally {
      try {
        if (writing != null) {
          file.close(writing);
        }
      } finally {
        workers.close();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
