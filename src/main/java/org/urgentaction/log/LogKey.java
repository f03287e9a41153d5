package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.Problem;

/** A log's hold on its writers' key: it knows its own by a fingerprint and takes no other. */
final class LogKey {
  private final Connection connection;
  private final Path file;
  private final String advice;

  /**
   * @param connection in a transaction that only one process can be in
   * @param advice how to get the key back
   */
  LogKey(Connection connection, Path file, String advice) {
    this.connection = connection;
    this.file = file;
    this.advice = advice;
  }

  /**
   * The key of this log, made with the log.
   *
   * @throws LogUnavailableException if the log has writers and their key is not there
   */
  WriterKey get() throws SQLException {
    try {
      @Nullable String expected = fingerprint();
      @Nullable WriterKey key = WriterKey.read(file);
      if (expected == null) {
        WriterKey ours = key == null ? WriterKey.create(file) : key;
        note(ours);
        return ours;
      }
      if (key == null || !key.fingerprint().equals(expected)) {
        throw new LogUnavailableException(
            Problem.error(
                    file.toString(),
                    key == null
                        ? "the key of the action log is missing"
                        : "this is the key of another action log")
                .advise(advice));
      }
      return key;
    } catch (IOException e) {
      throw SqliteFile.cannotUse(file, e);
    }
  }

  private void note(WriterKey key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO meta VALUES ('writer key', ?)")) {
      insert.setString(1, key.fingerprint());
      insert.executeUpdate();
    }
  }

  private @Nullable String fingerprint() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT value FROM meta WHERE name = 'writer key'");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
