package org.urgentaction.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.urgentaction.campaign.Channel;

/** Reads the log beside whoever writes it: every question sees one state of the whole. */
public final class LogReader implements AutoCloseable {
  private final SqliteFile file;
  private final Connection connection;

  LogReader(SqliteFile file) {
    this.file = file;
    this.connection = file.connect();
  }

  /**
   * Opens a log that is there for reading alone: without its writers' key, and without a word to
   * other processes.
   *
   * @throws LogUnavailableException if it cannot be read
   */
  public static LogReader of(Path path) {
    return new LogReader(new SqliteFile(path, Duration.ofSeconds(10), 0));
  }

  List<ActionRecord> list(ActionFilter filter) {
    return read(
        table ->
            table
                .query(
                    """
                    WHERE (?1 IS NULL OR campaign = ?1) AND (?2 IS NULL OR state = ?2)
                    AND (?3 IS NULL OR channel = ?3) ORDER BY at, id""",
                    filter.campaign(),
                    filter.state() == null ? null : filter.state().toString(),
                    filter.channel() == null ? null : filter.channel().toString())
                .stream()
                .map(ActionTable.Versioned::action)
                .toList());
  }

  Optional<ActionRecord> find(ActionKey key) {
    return read(table -> table.find(key.id()).map(ActionTable.Versioned::action));
  }

  List<ActionRecord> findByPrefix(String idPrefix) {
    String prefix = idPrefix.strip().toLowerCase(Locale.ROOT);
    return read(
        table ->
            table
                .query(
                    "WHERE substr(id, 1, ?2) = ?1 ORDER BY id",
                    prefix,
                    Integer.toString(prefix.length()))
                .stream()
                .map(ActionTable.Versioned::action)
                .toList());
  }

  /** How many actions share campaign, target, channel, language, country, day and state. */
  public List<Total> totals(ActionFilter filter) {
    return read(
        table -> {
          List<Total> totals = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT campaign, target, channel, language, country, substr(at, 1, 10) AS day,
                    state, count(*) FROM action
                  WHERE (?1 IS NULL OR campaign = ?1) AND (?2 IS NULL OR state = ?2)
                    AND (?3 IS NULL OR channel = ?3)
                  GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 6, 2, 3, 4, 5, 7""")) {
            select.setString(1, filter.campaign());
            select.setString(2, filter.state() == null ? null : filter.state().toString());
            select.setString(3, filter.channel() == null ? null : filter.channel().toString());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                totals.add(
                    new Total(
                        row.getString(1),
                        row.getString(2),
                        Channel.parse(row.getString(3)).orElseThrow(),
                        row.getString(4),
                        row.getString(5),
                        LocalDate.parse(row.getString(6)),
                        ActionState.parse(row.getString(7)).orElseThrow(),
                        row.getLong(8)));
              }
            }
          }
          return totals;
        });
  }

  Verification verify() {
    return read(table -> new Verifier(connection, table).verify());
  }

  @Override
  public void close() {
    file.close(connection);
  }

  private interface Question<T> {
    T ask(ActionTable table) throws SQLException;
  }

  private <T> T read(Question<T> question) {
    synchronized (connection) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("BEGIN");
        try {
          return question.ask(new ActionTable(connection));
        } finally {
          statement.execute("ROLLBACK");
        }
      } catch (SQLException e) {
        throw file.explain(e);
      }
    }
  }
}
