package org.urgentaction.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.urgentaction.problem.Problem;

/**
 * What differs between the databases a log can be kept in: connections, locks, and the words for
 * what went wrong. The SQL is the same.
 */
interface Database extends AutoCloseable {
  /** A question to the log, within a transaction that sees one state of the whole. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Brings the tables to their newest form where they are not. */
  void migrate();

  /** Finds the writers' key, within a transaction of that connection, or makes it. */
  WriterKey key(Connection writing) throws SQLException;

  /** As {@link #migrate}, and finds the writers' key; closes this where it cannot. */
  default WriterKey prepare() {
    boolean done = false;
    try {
      migrate();
      Connection connection = writing();
      begin(connection, true);
      WriterKey key = key(connection);
      commit(connection);
      done = true;
      return key;
    } catch (SQLException e) {
      throw explain(e);
    } finally {
      if (!done) {
        close();
      }
    }
  }

  /** The committing thread's connection: what is committed on it is on the disk. */
  Connection writing();

  /**
   * Begins a transaction on {@link #writing()}.
   *
   * @param shared whether it touches what other processes may touch as well: one such transaction
   *     at a time, over all processes
   */
  void begin(Connection writing, boolean shared) throws SQLException;

  void commit(Connection writing) throws SQLException;

  void rollBack(Connection writing) throws SQLException;

  /** What to add to a query of {@link #writing()} so that its rows stay as they are. */
  String rowLock();

  /** Whether a transaction failed only because others were in its way. */
  boolean worthAnotherTry(SQLException e);

  <T> T read(Question<T> question);

  /** As {@link #read}, for a long question: on a connection of its own, rows as they come. */
  <T> T readApart(Question<T> question);

  LogUnavailableException explain(SQLException e);

  Workers workers();

  List<Problem> warnings();

  @Override
  void close();
}
