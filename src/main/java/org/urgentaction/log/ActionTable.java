package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads actions as they are now. */
final class ActionTable {
  /** How many values one question may name. */
  static final int MANY = 400;

  private static final int FETCH = 500;

  /** An action and how many changes it has seen. */
  record Versioned(ActionRecord action, long version) {}

  /** What is done with each row in turn: a log may hold more of them than memory does. */
  interface Visitor<T> {
    void visit(T row) throws SQLException;
  }

  private final Connection connection;
  private final String rowLock;

  /** For reading alone. */
  ActionTable(Connection connection) {
    this(connection, "");
  }

  /**
   * @param rowLock what makes the rows stay as they are until the transaction ends
   */
  ActionTable(Connection connection, String rowLock) {
    this.connection = connection;
    this.rowLock = rowLock;
  }

  /** By its id alone, as a person names it. */
  Optional<Versioned> find(String id) throws SQLException {
    return query(Condition.ofIds(List.of(id)), "").stream().findFirst();
  }

  Optional<Versioned> find(ActionKey key) throws SQLException {
    return query(in(key.campaign()).and("id = ?", key.id()), "").stream().findFirst();
  }

  /** By id; what is not in the log is not in the map. */
  Map<String, Versioned> findAll(Collection<ActionKey> keys) throws SQLException {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    for (ActionKey key : keys) {
      ids.computeIfAbsent(key.campaign(), campaign -> new ArrayList<>()).add(key.id());
    }
    Map<String, Versioned> found = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> campaign : ids.entrySet()) {
      for (List<String> some : parts(campaign.getValue())) {
        for (Versioned each : query(in(campaign.getKey()).in("id", some), "ORDER BY id")) {
          found.put(each.action().id(), each);
        }
      }
    }
    return found;
  }

  private static Condition in(String campaign) {
    return Condition.none().and("campaign = ?", campaign);
  }

  List<Versioned> query(Condition condition, String order) throws SQLException {
    List<Versioned> actions = new ArrayList<>();
    visit(condition, order, actions::add);
    return actions;
  }

  void visit(Condition condition, String order, Visitor<Versioned> visitor) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT "
                + ActionRow.COLUMNS
                + ", version FROM action "
                + condition.sql()
                + " "
                + order
                + rowLock)) {
      select.setFetchSize(FETCH);
      condition.bind(select, 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visitor.visit(new Versioned(ActionRow.read(row), row.getLong(ActionRow.COUNT + 1)));
        }
      }
    }
  }

  /** A collection in parts small enough for one question. */
  static List<List<String>> parts(Collection<String> values) {
    List<String> all = List.copyOf(values);
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MANY) {
      parts.add(all.subList(from, Math.min(all.size(), from + MANY)));
    }
    return parts;
  }
}
