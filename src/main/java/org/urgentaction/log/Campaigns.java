package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log keeps of campaigns beside their actions: words to pause, resume or cancel; what the
 * last run was made from; answers from officials.
 */
final class Campaigns {
  private final Connection connection;

  Campaigns(Connection connection) {
    this.connection = connection;
  }

  void control(Control word) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO control (number, campaign, target, standing, reason, at)
            VALUES ((SELECT coalesce(max(number), 0) + 1 FROM control), ?, ?, ?, ?, ?)""")) {
      insert.setString(1, word.campaign());
      insert.setString(2, word.target() == null ? "" : word.target());
      insert.setString(3, word.standing().toString());
      insert.setString(4, word.reason());
      insert.setString(5, ActionRow.text(word.at()));
      insert.executeUpdate();
    }
  }

  /** From the first word to the last. */
  List<Control> controls(Condition condition) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT campaign, target, standing, reason, at FROM control "
                + condition.sql()
                + " ORDER BY number")) {
      condition.bind(select, 1);
      List<Control> words = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String target = row.getString(2);
          words.add(
              new Control(
                  row.getString(1),
                  target.isEmpty() ? null : target,
                  Standing.parse(row.getString(3)),
                  row.getString(4),
                  Instant.parse(row.getString(5))));
        }
      }
      return words;
    }
  }

  /** The stricter of the last words on the campaign and on the target. */
  Standing standing(String campaign, String target) throws SQLException {
    Standing all = Standing.RUNNING;
    Standing one = Standing.RUNNING;
    for (Control word :
        controls(
            Condition.none().and("campaign = ?", campaign).in("target", List.of("", target)))) {
      if (word.target() == null) {
        all = word.standing();
      } else {
        one = word.standing();
      }
    }
    return all.compareTo(one) >= 0 ? all : one;
  }

  /** Notes digests by kind, and returns those that were there before. */
  Map<String, String> noteInputs(String campaign, Map<String, String> digests) throws SQLException {
    Map<String, String> before = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT kind, digest FROM input WHERE campaign = ?")) {
      select.setString(1, campaign);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          before.put(row.getString(1), row.getString(2));
        }
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO input (campaign, kind, digest) VALUES (?, ?, ?)
            ON CONFLICT (campaign, kind) DO UPDATE SET digest = excluded.digest""")) {
      for (Map.Entry<String, String> each : digests.entrySet()) {
        insert.setString(1, campaign);
        insert.setString(2, each.getKey());
        insert.setString(3, each.getValue());
        insert.executeUpdate();
      }
    }
    return before;
  }

  void noteReply(Reply reply, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO reply (number, campaign, target, received, words, at)
            VALUES ((SELECT coalesce(max(number), 0) + 1 FROM reply), ?, ?, ?, ?, ?)""")) {
      insert.setString(1, reply.campaign());
      insert.setString(2, reply.target());
      insert.setString(3, reply.on().toString());
      insert.setString(4, reply.words());
      insert.setString(5, ActionRow.text(now));
      insert.executeUpdate();
    }
  }

  /** By the day on which they came. */
  List<Reply> replies(@Nullable String campaign) throws SQLException {
    Condition condition =
        campaign == null ? Condition.none() : Condition.none().and("campaign = ?", campaign);
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT campaign, target, received, words FROM reply "
                + condition.sql()
                + " ORDER BY received, number")) {
      condition.bind(select, 1);
      List<Reply> replies = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          replies.add(
              new Reply(
                  row.getString(1),
                  row.getString(2),
                  LocalDate.parse(row.getString(3)),
                  row.getString(4)));
        }
      }
      return replies;
    }
  }
}
