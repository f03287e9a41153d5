package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The processes that write to one log: this one, from its first change on, and the others. Asked by
 * the committing thread, within its transaction.
 */
interface Workers extends AutoCloseable {
  /** This process's name in the log. */
  String mine(Connection writing) throws SQLException;

  boolean started();

  boolean alive(Connection writing, String id) throws SQLException;

  /** Takes away what a dead worker left. */
  void forget(String id);

  @Override
  void close();
}
