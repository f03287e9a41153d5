package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often actions were put off and until when: a plan, not evidence, so it has no seal. */
final class Retries {
  /**
   * @param notBefore null for at once
   */
  record Retry(int attempts, @Nullable Instant notBefore) {
    static final Retry NONE = new Retry(0, null);

    boolean after(Instant now) {
      return Outcome.mustWait(notBefore, now);
    }
  }

  private final Connection connection;

  Retries(Connection connection) {
    this.connection = connection;
  }

  /** By the action's id; what was never put off is not in the map. */
  Map<String, Retry> findAll(Collection<String> ids) throws SQLException {
    Map<String, Retry> found = new HashMap<>();
    for (List<String> some : ActionTable.parts(ids)) {
      Condition condition = Condition.none().in("action", some);
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT action, attempts, not_before FROM retry " + condition.sql())) {
        condition.bind(select, 1);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.put(row.getString(1), new Retry(row.getInt(2), ActionRow.time(row.getString(3))));
          }
        }
      }
    }
    return found;
  }

  /** One attempt more. */
  void putOff(String id, @Nullable Instant notBefore) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO retry (action, attempts, not_before) VALUES (?, 1, ?)
            ON CONFLICT (action) DO UPDATE
            SET attempts = retry.attempts + 1, not_before = excluded.not_before""")) {
      insert.setString(1, id);
      insert.setString(2, notBefore == null ? null : ActionRow.text(notBefore));
      insert.executeUpdate();
    }
  }
}
