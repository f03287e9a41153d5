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

  /** A change of an action. */
  record Sealed(
      String chain,
      long number,
      String id,
      long version,
      String actor,
      String recorded,
      ActionRecord action,
      String seal)
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
            "SELECT "
                + ActionRow.COLUMNS
                + """
                , chain, number, action, version, actor, recorded, seal, 0 AS through FROM record
                UNION ALL SELECT\s"""
                + "NULL, ".repeat(ActionRow.COUNT)
                + """
                chain, number, NULL, 0, NULL, NULL, seal, through FROM blank
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
            "SELECT "
                + ActionRow.COLUMNS
                + """
                , chain, number, action, version, actor, recorded, seal
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
    int next = ActionRow.COUNT;
    @Nullable String action = row.getString(next + 3);
    return action == null
        ? new Blank(
            row.getString(next + 1),
            row.getLong(next + 2),
            row.getLong(next + 8),
            row.getString(next + 7))
        : sealed(row);
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    int next = ActionRow.COUNT;
    return new Sealed(
        row.getString(next + 1),
        row.getLong(next + 2),
        row.getString(next + 3),
        row.getLong(next + 4),
        row.getString(next + 5),
        row.getString(next + 6),
        ActionRow.read(row, 0),
        row.getString(next + 7));
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
