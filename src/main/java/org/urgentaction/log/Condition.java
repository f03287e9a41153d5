package org.urgentaction.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A WHERE clause and the values for its question marks. */
record Condition(String sql, List<String> values) {
  Condition {
    values = List.copyOf(values);
  }

  static Condition none() {
    return new Condition("", List.of());
  }

  /** The actions that a filter asks for. */
  static Condition of(ActionFilter filter) {
    Condition condition = none();
    if (filter.campaign() != null) {
      condition = condition.and("campaign = ?", filter.campaign());
    }
    if (filter.state() != null) {
      condition = condition.and("state = ?", filter.state().toString());
    }
    if (filter.channel() != null) {
      condition = condition.and("channel = ?", filter.channel().toString());
    }
    return condition;
  }

  Condition and(String clause, String... more) {
    List<String> all = new ArrayList<>(values);
    Collections.addAll(all, more);
    return new Condition((sql.isEmpty() ? "WHERE " : sql + " AND ") + clause, all);
  }

  /** Column is one of many; of none, if there are none. */
  Condition in(String column, Collection<String> any) {
    return any.isEmpty()
        ? and("1 = 0")
        : and(column + " IN (" + marks(any.size()) + ")", any.toArray(new String[0]));
  }

  /** Column is none of these. */
  Condition notIn(String column, Collection<String> any) {
    return any.isEmpty()
        ? this
        : and(column + " NOT IN (" + marks(any.size()) + ")", any.toArray(new String[0]));
  }

  /**
   * Fills in the question marks.
   *
   * @param from the number of the first one, counted from 1
   * @return the number after the last one
   */
  int bind(PreparedStatement statement, int from) throws SQLException {
    int next = from;
    for (String value : values) {
      statement.setString(next++, value);
    }
    return next;
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
