package org.urgentaction.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes many changes with few statements, and of each only the values that are new. */
final class ChangeWriter {
  /** Fills in some of an action's columns; returns the number after the last. */
  private interface Binder {
    int bind(PreparedStatement statement, int from, @Nullable String[] columns) throws SQLException;
  }

  private static final String INSERT_ACTION =
      "INSERT INTO action (id, "
          + ActionRow.COLUMNS
          + ", version) VALUES (?"
          + ", ?".repeat(ActionRow.COUNT)
          + ", ?)";
  private static final String CHANGE = update(ActionRow.CHANGING);
  private static final String MOVE = update(ActionRow.MOVING);
  private static final String HOLD = update(ActionRow.HELD);
  private static final String INSERT_RECORD =
      "INSERT INTO record (chain, number, action, version, content, seal) VALUES (?, ?, ?, ?, ?, ?)";

  private final Statements statements;

  ChangeWriter(Statements statements) {
    this.statements = statements;
  }

  private static String update(String columns) {
    return "UPDATE action SET "
        + columns.replace(",", " = ?,")
        + " = ?, version = ? WHERE campaign = ? AND id = ? AND version = ?";
  }

  /** In the order in which they were made. */
  void write(List<Change> all) throws SQLException {
    Map<String, Change> changes = new LinkedHashMap<>();
    for (Change change : all) {
      changes.merge(change.id(), change, Change::then);
    }
    Map<Change.Extent, List<Change>> byExtent =
        changes.values().stream().collect(Collectors.groupingBy(Change::extent));
    insert(byExtent.getOrDefault(Change.Extent.WHOLE, List.of()));
    update(CHANGE, byExtent.get(Change.Extent.CHANGING), ActionRow::bindChanging);
    update(MOVE, byExtent.get(Change.Extent.MOVING), ActionRow::bindMoving);
    update(HOLD, byExtent.get(Change.Extent.HELD), ActionRow::bindHeld);
    append(all);
  }

  private void insert(List<Change> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    PreparedStatement insert = statements.get(INSERT_ACTION);
    for (Change change : changes) {
      insert.setString(1, change.id());
      int next = ActionRow.bind(insert, 2, ActionRow.columns(change.after().action()));
      insert.setLong(next, change.after().version());
      insert.addBatch();
    }
    insert.executeBatch();
  }

  /** Only where the log has what the move was made from. */
  private void update(String sql, @Nullable List<Change> changes, Binder binder)
      throws SQLException {
    if (changes == null) {
      return;
    }
    PreparedStatement update = statements.get(sql);
    for (Change change : changes) {
      int next = binder.bind(update, 1, ActionRow.columns(change.after().action()));
      update.setLong(next, change.after().version());
      update.setString(next + 1, change.after().action().key().campaign());
      update.setString(next + 2, change.id());
      update.setLong(next + 3, Objects.requireNonNull(change.before()).version());
      update.addBatch();
    }
    int[] updated = update.executeBatch();
    for (int i = 0; i < updated.length; i++) {
      if (updated[i] != 1) {
        throw new StaleException(changes.get(i).id());
      }
    }
  }

  private void append(List<Change> changes) throws SQLException {
    PreparedStatement insert = statements.get(INSERT_RECORD);
    for (Change change : changes) {
      Change.Link link = change.link();
      if (link == null) {
        continue;
      }
      insert.setString(1, link.chain());
      insert.setLong(2, link.number());
      insert.setString(3, change.id());
      insert.setLong(4, change.after().version());
      insert.setString(5, link.content());
      insert.setString(6, link.seal());
      insert.addBatch();
    }
    insert.executeBatch();
  }
}
