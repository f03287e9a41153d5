package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an account has spent of its mail server's quotas. Every message is counted in slots of three
 * widths, so that a window can be asked about later; a window counts each slot that it touches, and
 * so never lets more through than the quota.
 */
final class Budget {
  /** A width of slots, the longest window that is counted in them, both in seconds. */
  private record Width(long seconds, long longest) {}

  private static final List<Width> WIDTHS =
      List.of(
          new Width(1, Duration.ofMinutes(10).toSeconds()),
          new Width(60, Duration.ofDays(1).toSeconds()),
          new Width(3600, Duration.ofDays(31).toSeconds()));

  /** How far clocks of machines that share a log may differ. */
  private static final long CLOCKS_DIFFER_SECONDS = 60;

  private final Connection connection;

  Budget(Connection connection) {
    this.connection = connection;
  }

  /** Counts one message, or says when there may be room for it. */
  Optional<Instant> reserve(String account, List<RateWindow> windows, Instant now)
      throws SQLException {
    long second = now.getEpochSecond();
    forgetOld(account, second);
    bringBack(account, second);
    long free = second;
    for (RateWindow window : windows) {
      free = Math.max(free, freeAt(account, window, second));
    }
    if (free > second) {
      return Optional.of(Instant.ofEpochSecond(free));
    }
    for (Width width : WIDTHS) {
      add(account, width, second / width.seconds(), 1);
    }
    return Optional.empty();
  }

  /** The first second at which a window has room. */
  private long freeAt(String account, RateWindow window, long now) throws SQLException {
    long period = window.period().plusNanos(999_999_999).toSeconds();
    Width width =
        WIDTHS.stream().filter(each -> period <= each.longest()).findFirst().orElseThrow();
    long first = Math.floorDiv(now - period, width.seconds());
    long spent = 0;
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT slot, messages FROM spent
            WHERE account = ? AND width = ? AND slot >= ? ORDER BY slot DESC""")) {
      select.setString(1, account);
      select.setLong(2, width.seconds());
      select.setLong(3, first);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          spent += row.getLong(2);
          if (spent >= window.messages()) {
            // There is room once this slot and all before it have left the window.
            return (row.getLong(1) + 1) * width.seconds() + period;
          }
        }
      }
    }
    return now;
  }

  /**
   * Takes what stands in slots that are still to come, because a clock ran ahead, as spent just
   * now: nothing is lost from the count, and nobody waits longer than a window.
   */
  private void bringBack(String account, long now) throws SQLException {
    for (Width width : WIDTHS) {
      long slot = now / width.seconds();
      long limit = (now + CLOCKS_DIFFER_SECONDS) / width.seconds();
      long ahead = 0;
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT sum(messages) FROM spent WHERE account = ? AND width = ? AND slot > ?")) {
        bind(select, account, width, limit);
        try (ResultSet row = select.executeQuery()) {
          ahead = row.next() ? row.getLong(1) : 0;
        }
      }
      if (ahead > 0) {
        delete("slot > ?", account, width, limit);
        add(account, width, slot, ahead);
      }
    }
  }

  private void forgetOld(String account, long now) throws SQLException {
    for (Width width : WIDTHS) {
      delete("slot < ?", account, width, (now - width.longest()) / width.seconds() - 1);
    }
  }

  private void delete(String which, String account, Width width, long slot) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM spent WHERE account = ? AND width = ? AND " + which)) {
      bind(delete, account, width, slot);
      delete.executeUpdate();
    }
  }

  private void add(String account, Width width, long slot, long messages) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO spent (account, width, slot, messages) VALUES (?, ?, ?, ?)
            ON CONFLICT (account, width, slot)
            DO UPDATE SET messages = spent.messages + excluded.messages""")) {
      bind(insert, account, width, slot);
      insert.setLong(4, messages);
      insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, String account, Width width, long slot)
      throws SQLException {
    statement.setString(1, account);
    statement.setLong(2, width.seconds());
    statement.setLong(3, slot);
  }
}
