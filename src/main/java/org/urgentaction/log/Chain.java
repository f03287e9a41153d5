package org.urgentaction.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Where a process's chain of seals ends, within one transaction. */
final class Chain {
  private final String id;
  private long length;
  private String seal;

  private Chain(String id, long length, String seal) {
    this.id = id;
    this.length = length;
    this.seal = seal;
  }

  /** As the log has it, or a new one. */
  static Chain find(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT length, seal FROM chain WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Chain(id, row.getLong(1), row.getString(2))
            : new Chain(id, 0, Seal.first(id));
      }
    }
  }

  String id() {
    return id;
  }

  long length() {
    return length;
  }

  /** Seals one more link; the content begins with this chain and the link's number. */
  String append(String content) {
    seal = Seal.next(seal, content);
    length++;
    return seal;
  }

  void rewind(long toLength, String toSeal) {
    length = toLength;
    seal = toSeal;
  }

  void save(Statements statements) throws SQLException {
    PreparedStatement head =
        statements.get(
            """
            INSERT INTO chain (id, length, seal) VALUES (?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET length = excluded.length, seal = excluded.seal""");
    head.setString(1, id);
    head.setLong(2, length);
    head.setString(3, seal);
    head.executeUpdate();
  }
}
