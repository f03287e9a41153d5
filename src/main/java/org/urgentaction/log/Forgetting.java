package org.urgentaction.log;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One forgetting: a link in the chain of the process that did it, sealing what is left of what it
 * took away.
 *
 * @param id its chain and number
 * @param before the day before which actions were forgotten
 * @param digest over the runs of records and the totals that stand in their place, hex
 */
record Forgetting(
    String id,
    String chain,
    long number,
    String before,
    long actions,
    long records,
    String digest,
    String recorded,
    String seal) {

  /** What is left of consecutive records in a chain. */
  record Run(String chain, long number, long through, String seal) {}

  static List<Forgetting> all(Connection connection) throws SQLException {
    List<Forgetting> all = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT id, chain, number, before, actions, records, digest, recorded, seal
                FROM forgetting ORDER BY chain, number""");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new Forgetting(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9)));
      }
    }
    return all;
  }

  /** What its seal covers. */
  String content() {
    return Seal.canonicalText(
        "forgetting",
        chain,
        Long.toString(number),
        before,
        Long.toString(actions),
        Long.toString(records),
        digest,
        recorded);
  }

  void save(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO forgetting
              (id, chain, number, before, actions, records, digest, recorded, seal)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      insert.setString(1, id);
      insert.setString(2, chain);
      insert.setLong(3, number);
      insert.setString(4, before);
      insert.setLong(5, actions);
      insert.setLong(6, records);
      insert.setString(7, digest);
      insert.setString(8, recorded);
      insert.setString(9, seal);
      insert.executeUpdate();
    }
  }

  /** What a forgetting left, as it stands in the log now. */
  record Left(long actions, long records, String digest) {
    static Left of(Connection connection, String forgetting) throws SQLException {
      MessageDigest digest = Seal.digest();
      long records = 0;
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              SELECT chain, number, through, seal FROM blank
              WHERE forgetting = ? ORDER BY chain, number""")) {
        select.setFetchSize(500);
        select.setString(1, forgetting);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            records += row.getLong(3) - row.getLong(2) + 1;
            digest.update(line("run", row, 4));
          }
        }
      }
      long actions = 0;
      try (PreparedStatement select =
          connection.prepareStatement(
              """
              SELECT campaign, target, channel, language, country, day, state, actions
              FROM forgotten WHERE forgetting = ?
              ORDER BY campaign, target, channel, language, country, day, state""")) {
        select.setString(1, forgetting);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            actions += row.getLong(8);
            digest.update(line("total", row, 8));
          }
        }
      }
      return new Left(actions, records, Seal.hex(digest.digest()));
    }

    private static byte[] line(String kind, ResultSet row, int columns) throws SQLException {
      @Nullable String[] fields = new @Nullable String[columns + 1];
      fields[0] = kind;
      for (int i = 1; i <= columns; i++) {
        fields[i] = row.getString(i);
      }
      return Seal.canonical(fields);
    }
  }
}
