package org.urgentaction.log;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The processes that write to a log on a server, each alive for as long as the session in which it
 * writes holds an advisory lock on its name: the server gives it back however the process ends, and
 * a process that has lost the lock has lost the session that it would write with.
 */
final class PostgresWorkers implements Workers {
  private volatile @Nullable String mine;

  @Override
  public String mine(Connection writing) throws SQLException {
    String id = mine;
    if (id == null) {
      id = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
      try (PreparedStatement lock = writing.prepareStatement("SELECT pg_advisory_lock(?)")) {
        lock.setLong(1, lockOf(id));
        lock.execute();
      }
      mine = id;
    }
    return id;
  }

  @Override
  public boolean started() {
    return mine != null;
  }

  @Override
  public boolean alive(Connection writing, String id) throws SQLException {
    if (id.equals(mine)) {
      return true;
    }
    try (PreparedStatement lock = writing.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
      lock.setLong(1, lockOf(id));
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && !row.getBoolean(1);
      }
    }
  }

  @Override
  public void forget(String id) {
    // The server has.
  }

  @Override
  public void close() {
    // The lock goes with the session.
  }

  private static long lockOf(String id) {
    return ByteBuffer.wrap(Seal.digest(Seal.canonical("ua worker", id))).getLong();
  }
}
