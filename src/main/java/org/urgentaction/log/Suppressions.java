package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Addresses that want no mail, under the writers' key: nobody's address is in the log. */
final class Suppressions {
  private final Connection connection;

  Suppressions(Connection connection) {
    this.connection = connection;
  }

  /** The first reason stays. */
  void add(String hash, String reason, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO suppression (address, reason, at) VALUES (?, ?, ?)
            ON CONFLICT (address) DO NOTHING""")) {
      insert.setString(1, hash);
      insert.setString(2, reason);
      insert.setString(3, ActionRow.text(now));
      insert.executeUpdate();
    }
  }

  void remove(String hash) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM suppression WHERE address = ?")) {
      delete.setString(1, hash);
      delete.executeUpdate();
    }
  }

  Set<String> among(Collection<String> hashes) throws SQLException {
    Set<String> suppressed = new HashSet<>();
    for (List<String> some : ActionTable.parts(hashes)) {
      Condition condition = Condition.none().in("address", some);
      try (PreparedStatement select =
          connection.prepareStatement("SELECT address FROM suppression " + condition.sql())) {
        condition.bind(select, 1);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            suppressed.add(row.getString(1));
          }
        }
      }
    }
    return suppressed;
  }
}
