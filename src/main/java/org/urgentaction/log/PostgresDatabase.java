package org.urgentaction.log;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.urgentaction.problem.Problem;

/**
 * The log in a PostgreSQL database, shared by any number of processes on any number of machines.
 */
final class PostgresDatabase implements Database {
  /** The newest script of migrations. */
  private static final int SCHEMA = SqliteFile.SCHEMA;

  /** The lock of whoever touches what others may touch: of this database, so any number does. */
  private static final long SHARED = 0x75616c6f67L; // "ualog"

  private static final String KEY_ELSEWHERE =
      "every machine that shares a log needs the same key: copy it from the one that made the log,"
          + " or name it with UA_LOG_KEY";

  private final PostgresServer server;
  private final PostgresWorkers workers = new PostgresWorkers();
  private @Nullable Connection writing;
  private @Nullable HikariDataSource readers;

  PostgresDatabase(PostgresServer server) {
    this.server = server;
  }

  @Override
  public void migrate() {
    Connection connection = writing();
    try {
      int schema = schema(connection);
      if (schema > SCHEMA) {
        throw new LogUnavailableException(
            server
                .wrong("this action log was written by a newer version of ua")
                .advise("use that version, or name another log with --log or UA_LOG"));
      }
      if (schema < SCHEMA) {
        requireRights(connection);
        Migrations.run(source(), "TEXT COLLATE \"C\"", null);
      }
    } catch (SQLException e) {
      throw explain(e);
    } catch (FlywayException e) {
      throw new LogUnavailableException(
          server
              .wrong("this database holds something else than an action log of ua")
              .advise("give the log a database of its own, or a schema with currentSchema=NAME"),
          e);
    }
  }

  private static int schema(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int schema = 0;
      boolean made = false;
      try (ResultSet row = statement.executeQuery("SELECT to_regclass('migration') IS NOT NULL")) {
        made = row.next() && row.getBoolean(1);
      }
      if (made) {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM migration WHERE success")) {
          schema = row.next() ? row.getInt(1) : 0;
        }
      }
      return schema;
    } finally {
      connection.rollback();
    }
  }

  /** Asked before, because Flyway would try for ten seconds. */
  private static void requireRights(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT has_schema_privilege(current_schema(), 'CREATE')")) {
      if (!row.next() || !row.getBoolean(1)) {
        throw new SQLException("tables cannot be made", "42501");
      }
    } finally {
      connection.rollback();
    }
  }

  private PGSimpleDataSource source() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.place().url());
    for (String name : server.properties().stringPropertyNames()) {
      source.setProperty(name, server.properties().getProperty(name));
    }
    return source;
  }

  @Override
  public WriterKey key(Connection writing) throws SQLException {
    return new LogKey(writing, server.place().key(), KEY_ELSEWHERE).get();
  }

  @Override
  public synchronized Connection writing() {
    if (writing == null) {
      writing = server.connect();
    }
    return writing;
  }

  @Override
  public void begin(Connection connection, boolean shared) throws SQLException {
    if (shared) {
      try (PreparedStatement lock =
          connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
        lock.setLong(1, SHARED);
        lock.execute();
      }
    }
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    connection.commit();
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  public String rowLock() {
    return " FOR UPDATE";
  }

  @Override
  public boolean worthAnotherTry(SQLException e) {
    return "40P01".equals(e.getSQLState()) || "40001".equals(e.getSQLState());
  }

  @Override
  public <T> T read(Question<T> question) {
    try (Connection connection = readers().getConnection()) {
      try {
        return question.ask(connection);
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  @Override
  public <T> T readApart(Question<T> question) {
    return read(question);
  }

  private synchronized HikariDataSource readers() {
    if (readers == null) {
      readers = server.readers();
    }
    return readers;
  }

  @Override
  public LogUnavailableException explain(SQLException e) {
    return server.explain(e);
  }

  @Override
  public Workers workers() {
    return workers;
  }

  @Override
  public List<Problem> warnings() {
    try {
      List<Problem> warnings = new ArrayList<>();
      WriterKey.exposure(server.place().key()).ifPresent(warnings::add);
      if (read(PostgresDatabase::losesCommits)) {
        warnings.add(
            Problem.warning(
                    server.place().toString(), 0, 0, "the server may lose what it has committed")
                .advise("set fsync and full_page_writes to on in its postgresql.conf"));
      }
      return warnings;
    } catch (IOException e) {
      throw SqliteFile.cannotUse(server.place().key(), e);
    }
  }

  private static boolean losesCommits(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT current_setting('fsync') = 'off'
                  OR current_setting('full_page_writes') = 'off'""")) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public synchronized void close() {
    if (readers != null) {
      readers.close();
    }
    if (writing != null) {
      try {
        writing.close();
      } catch (SQLException e) {
        throw explain(e);
      }
    }
  }
}
