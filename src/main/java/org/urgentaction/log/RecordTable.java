package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Reads the record of every change, and what stands in place of those that were forgotten. */
final class RecordTable {
  /** A link of a chain as it stands there. */
  sealed interface Link {
    String chain();

    long number();

    String seal();
  }

  /**
   * A change of an action.
   *
   * @param content as it stands there; {@link RecordContent#parse} reads it
   */
  record Sealed(String chain, long number, String id, long version, String content, String seal)
      implements Link {}

  /** Forgotten records one after the other, up to and with {@code through}. */
  record Blank(String chain, long number, long through, String seal) implements Link {}

  /** A forgetting. */
  record Forgot(Forgetting forgetting) implements Link {
    @Override
    public String chain() {
      return forgetting.chain();
    }

    @Override
    public long number() {
      return forgetting.number();
    }

    @Override
    public String seal() {
      return forgetting.seal();
    }
  }

  private static final int FETCH = 500;

  private final Connection connection;

  RecordTable(Connection connection) {
    this.connection = connection;
  }

  /** Every link, chain by chain, as each process wrote them. */
  void visitChains(ActionTable.Visitor<Link> visitor) throws SQLException {
    Forgettings forgettings = new Forgettings(connection);
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT chain, number, action, version, content, seal, 0 AS through FROM record
            UNION ALL
            SELECT chain, number, NULL, 0, NULL, seal, through FROM blank
            ORDER BY chain, number""")) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Link link = link(row);
          forgettings.visitBefore(link, visitor);
          visitor.visit(link);
        }
        forgettings.visitBefore(null, visitor);
      }
    }
  }

  /** Every record, action by action, from its first change to its last. */
  void visitHistories(ActionTable.Visitor<Sealed> visitor) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT chain, number, action, version, content, seal
            FROM record ORDER BY action, version""")) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visitor.visit(sealed(row));
        }
      }
    }
  }

  private static Link link(ResultSet row) throws SQLException {
    @Nullable String action = row.getString(3);
    return action == null
        ? new Blank(row.getString(1), row.getLong(2), row.getLong(7), row.getString(6))
        : sealed(row);
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        row.getString(6));
  }

  /** The forgettings, few, to be put where they belong among the many. */
  private static final class Forgettings {
    private final ArrayDeque<Forgetting> left;

    Forgettings(Connection connection) throws SQLException {
      left = new ArrayDeque<>(Forgetting.all(connection));
    }

    /** Visits those that stand before a link; all that are left, if there is no link any more. */
    void visitBefore(@Nullable Link link, ActionTable.Visitor<Link> visitor) throws SQLException {
      while (!left.isEmpty() && (link == null || before(left.getFirst(), link))) {
        visitor.visit(new Forgot(left.removeFirst()));
      }
    }

    private static boolean before(Forgetting forgetting, Link link) {
      int order = forgetting.chain().compareTo(link.chain());
      return order < 0 || (order == 0 && forgetting.number() < link.number());
    }
  }
}
