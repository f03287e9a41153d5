package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/**
 * Makes a new log's tables and its writers' key, by one process at a time: the transaction is the
 * lock.
 */
final class LogSetup {
  private static final String[] TABLES = {
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """
    CREATE TABLE action (
      id TEXT PRIMARY KEY,
      campaign TEXT NOT NULL, target TEXT NOT NULL, channel TEXT NOT NULL, writer TEXT NOT NULL,
      language TEXT NOT NULL, country TEXT, reason TEXT,
      state TEXT NOT NULL, at TEXT NOT NULL,
      message_id TEXT, sha256 TEXT, reply TEXT, worker TEXT,
      version INTEGER NOT NULL,
      UNIQUE (campaign, target, channel, writer))""",
    "CREATE INDEX action_by_state ON action (state)",
    """
    CREATE TABLE record (
      chain TEXT NOT NULL, number INTEGER NOT NULL,
      action TEXT NOT NULL, version INTEGER NOT NULL, actor TEXT NOT NULL, recorded TEXT NOT NULL,
      campaign TEXT NOT NULL, target TEXT NOT NULL, channel TEXT NOT NULL, writer TEXT NOT NULL,
      language TEXT NOT NULL, country TEXT, reason TEXT,
      state TEXT NOT NULL, at TEXT NOT NULL,
      message_id TEXT, sha256 TEXT, reply TEXT, worker TEXT,
      seal TEXT NOT NULL,
      PRIMARY KEY (chain, number),
      UNIQUE (action, version))""",
    "CREATE TABLE chain (id TEXT PRIMARY KEY, length INTEGER NOT NULL, seal TEXT NOT NULL)",
  };

  private LogSetup() {}

  /**
   * The log's key.
   *
   * @throws LogUnavailableException if the log has writers and their key is not there
   */
  static WriterKey prepare(SqliteFile file, Connection connection) {
    Path keyFile = WriterKey.fileOf(file.path());
    boolean done = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try {
        createTables(statement);
        WriterKey key = key(connection, keyFile);
        statement.execute("COMMIT");
        done = true;
        return key;
      } finally {
        if (!done) {
          statement.execute("ROLLBACK");
        }
      }
    } catch (SQLException e) {
      throw file.explain(e);
    } catch (IOException e) {
      throw SqliteFile.cannotUse(keyFile, e);
    } finally {
      if (!done) {
        file.close(connection);
      }
    }
  }

  private static void createTables(Statement statement) throws SQLException {
    if (SqliteFile.pragma(statement, "user_version") == SqliteFile.SCHEMA) {
      return;
    }
    for (String table : TABLES) {
      statement.execute(table);
    }
    statement.execute("PRAGMA application_id = " + SqliteFile.APPLICATION);
    statement.execute("PRAGMA user_version = " + SqliteFile.SCHEMA);
  }

  private static WriterKey key(Connection connection, Path keyFile)
      throws SQLException, IOException {
    @Nullable String expected = expectedKey(connection);
    @Nullable WriterKey key = WriterKey.read(keyFile);
    if (expected == null) {
      WriterKey ours = key == null ? WriterKey.create(keyFile) : key;
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO meta VALUES ('writer key', ?)")) {
        insert.setString(1, ours.fingerprint());
        insert.executeUpdate();
      }
      return ours;
    }
    if (key == null || !key.fingerprint().equals(expected)) {
      throw new LogUnavailableException(
          Problem.error(
                  keyFile.toString(),
                  key == null
                      ? "the key of the action log is missing"
                      : "this is the key of another action log")
              .advise(
                  "restore it from a copy: without it, nobody can tell who has written already"));
    }
    return key;
  }

  private static @Nullable String expectedKey(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT value FROM meta WHERE name = 'writer key'");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
