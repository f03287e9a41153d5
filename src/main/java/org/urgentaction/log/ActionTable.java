package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.campaign.Channel;

/**
 * The SQL of the log: actions as they are now, and the record of every change, each sealing the one
 * before it in its process's chain.
 */
final class ActionTable {
  private static final String COLUMNS =
      "campaign, target, channel, writer, language, country, reason, state, at, message_id, sha256,"
          + " reply, worker";
  private static final int COLUMN_COUNT = 13;

  /** An action and how many changes it has seen. */
  record Versioned(ActionRecord action, long version) {}

  /** A change as it stands in its chain. */
  record Sealed(
      String chain,
      long number,
      String id,
      long version,
      String actor,
      String recorded,
      ActionRecord action,
      String seal) {}

  private final Connection connection;

  ActionTable(Connection connection) {
    this.connection = connection;
  }

  Optional<Versioned> find(String id) throws SQLException {
    List<Versioned> found = query("WHERE id = ?", id);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  List<Versioned> query(String where, @Nullable String... values) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + COLUMNS + ", version FROM action " + where)) {
      bind(select, 1, values);
      List<Versioned> actions = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          actions.add(new Versioned(action(row, 0), row.getLong(COLUMN_COUNT + 1)));
        }
      }
      return actions;
    }
  }

  /** Writes an action's new state and its record. */
  void put(ActionRecord action, long version, Actor actor, String chain, Instant now)
      throws SQLException {
    String marks = ", ?".repeat(COLUMN_COUNT);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO action (id, "
                + COLUMNS
                + ", version) VALUES (?"
                + marks
                + ", ?)")) {
      insert.setString(1, action.id());
      bind(insert, 2, columns(action));
      insert.setLong(COLUMN_COUNT + 2, version);
      insert.executeUpdate();
    }
    append(action, version, actor, chain, now);
  }

  private void append(ActionRecord action, long version, Actor actor, String chain, Instant now)
      throws SQLException {
    long number = 1;
    String previous = Seal.first(chain);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT length, seal FROM chain WHERE id = ?")) {
      select.setString(1, chain);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          number = row.getLong(1) + 1;
          previous = row.getString(2);
        }
      }
    }
    String by = actor.name().toLowerCase(Locale.ROOT);
    String seal = Seal.next(previous, content(chain, number, action, version, by, now.toString()));
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO record (chain, number, action, version, actor, recorded, "
                    + COLUMNS
                    + ", seal) VALUES (?, ?, ?, ?, ?, ?"
                    + ", ?".repeat(COLUMN_COUNT)
                    + ", ?)");
        PreparedStatement head =
            connection.prepareStatement(
                "INSERT OR REPLACE INTO chain (id, length, seal) VALUES (?, ?, ?)")) {
      insert.setString(1, chain);
      insert.setLong(2, number);
      insert.setString(3, action.id());
      insert.setLong(4, version);
      insert.setString(5, by);
      insert.setString(6, now.toString());
      bind(insert, 7, columns(action));
      insert.setString(7 + COLUMN_COUNT, seal);
      insert.executeUpdate();
      head.setString(1, chain);
      head.setLong(2, number);
      head.setString(3, seal);
      head.executeUpdate();
    }
  }

  /** What is done with each record in turn: a log may hold more of them than memory does. */
  interface Visitor {
    void visit(Sealed record) throws SQLException;
  }

  /** Every record, chain by chain, as each process wrote them. */
  void visitChains(Visitor visitor) throws SQLException {
    visit("chain, number", visitor);
  }

  /** Every record, action by action, from its first change to its last. */
  void visitHistories(Visitor visitor) throws SQLException {
    visit("action, version", visitor);
  }

  private void visit(String order, Visitor visitor) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + COLUMNS
                    + ", chain, number, action, version, actor, recorded, seal FROM record ORDER BY "
                    + order);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        int next = COLUMN_COUNT;
        visitor.visit(
            new Sealed(
                row.getString(next + 1),
                row.getLong(next + 2),
                row.getString(next + 3),
                row.getLong(next + 4),
                row.getString(next + 5),
                row.getString(next + 6),
                action(row, 0),
                row.getString(next + 7)));
      }
    }
  }

  static byte[] content(
      String chain, long number, ActionRecord action, long version, String actor, String recorded) {
    @Nullable String[] columns = columns(action);
    @Nullable String[] fields = new @Nullable String[6 + columns.length];
    fields[0] = chain;
    fields[1] = Long.toString(number);
    fields[2] = action.id();
    fields[3] = Long.toString(version);
    fields[4] = actor;
    fields[5] = recorded;
    System.arraycopy(columns, 0, fields, 6, columns.length);
    return Seal.canonical(fields);
  }

  private static @Nullable String[] columns(ActionRecord action) {
    return new @Nullable String[] {
      action.key().campaign(),
      action.key().target(),
      action.key().channel().toString(),
      action.key().writer(),
      action.details().language(),
      action.details().country(),
      action.details().reason(),
      action.state().toString(),
      action.at().toString(),
      action.messageId(),
      action.sha256(),
      action.reply(),
      action.worker()
    };
  }

  private static ActionRecord action(ResultSet row, int before) throws SQLException {
    return new ActionRecord(
        new ActionKey(
            row.getString(before + 1),
            row.getString(before + 2),
            Channel.parse(row.getString(before + 3)).orElseThrow(() -> damaged("channel")),
            row.getString(before + 4)),
        new ActionDetails(
            row.getString(before + 5), row.getString(before + 6), row.getString(before + 7)),
        ActionState.parse(row.getString(before + 8)).orElseThrow(() -> damaged("state")),
        Instant.parse(row.getString(before + 9)),
        row.getString(before + 10),
        row.getString(before + 11),
        row.getString(before + 12),
        row.getString(before + 13));
  }

  private static SQLException damaged(String column) {
    return new SQLException(
        "an unknown " + column, null, org.sqlite.SQLiteErrorCode.SQLITE_CORRUPT.code);
  }

  private static void bind(PreparedStatement statement, int from, @Nullable String... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setString(from + i, values[i]);
    }
  }
}
