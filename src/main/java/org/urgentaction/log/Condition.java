package org.urgentaction.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A WHERE clause and the values for its question marks. */
record Condition(String sql, List<String> values) {
  private static final Set<ActionState> WAITING =
      EnumSet.of(ActionState.UNKNOWN, ActionState.DEFERRED);

  /** As the index has it: a database takes the index only where it reads the same. */
  private static final String WAITING_STATES = "state IN ('unknown', 'deferred')";

  private static final String OF_ANY_CAMPAIGN =
      """
      campaign IN (
        WITH RECURSIVE known (campaign) AS (
          SELECT min(campaign) FROM action
          UNION ALL
          SELECT (SELECT min(campaign) FROM action WHERE campaign > known.campaign)
          FROM known WHERE known.campaign IS NOT NULL)
        SELECT campaign FROM known)""";

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
      if (WAITING.contains(filter.state())) {
        condition = condition.and(WAITING_STATES);
      }
      condition = condition.and("state = ?", filter.state().toString());
    }
    if (filter.channel() != null) {
      condition = condition.and("channel = ?", filter.channel().toString());
    }
    return condition;
  }

  /**
   * The actions with one of these ids. An action is found by its campaign first: so all campaigns
   * are named, of which each is looked up behind the one before, not each action's.
   */
  static Condition ofIds(Collection<String> ids) {
    return none().in("id", ids).and(OF_ANY_CAMPAIGN);
  }

  /**
   * The actions with one of these Message-IDs: those whose ids are in them, then those of others,
   * in the words of their index.
   */
  static List<Condition> ofMessages(Collection<String> messageIds) {
    Set<String> ids = new LinkedHashSet<>();
    for (String messageId : messageIds) {
      ActionKey.idIn(messageId).ifPresent(ids::add);
    }
    return List.of(
        ofIds(ids).in("message_id", messageIds),
        none()
            .in("message_id", messageIds)
            .and("message_id IS NOT NULL AND substr(message_id, 2, 12) <> id"));
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
