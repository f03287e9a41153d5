package org.urgentaction.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.urgentaction.problem.Problem;

/**
 * The log's file: opens connections that lose nothing once committed, keeps its schema, and says in
 * plain words why it cannot be used.
 *
 * @param patience how long to wait for another program that holds the file
 */
record SqliteFile(Path path, Duration patience, int pageLimit) {
  /**
   * How far the write-ahead log grows before it is copied into the file: SQLite's 1000 pages are
   * 150 letters, and most of what they touch is touched again.
   */
  private static final int CHECKPOINT_PAGES = 8000;

  /** Of more, SQLite looks through all at a commit in which it has put pages in order. */
  private static final int CACHE_PAGES = 1500;

  static final int SCHEMA = 5;
  static final int APPLICATION = 0x75616c67; // "ualg", see PRAGMA application_id

  /** A connection in which every commit is on the disk when it returns. */
  Connection connect() {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw new LogUnavailableException(
          Problem.error(path.toString(), "the folder of the action log cannot be made")
              .advise("name another with --log or UA_LOG"),
          e);
    }
    try {
      Connection connection = config().createConnection(url());
      try (Statement statement = connection.createStatement()) {
        requireOurs(statement);
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        statement.execute("PRAGMA cache_size = " + CACHE_PAGES);
        if (pageLimit > 0) {
          statement.execute("PRAGMA max_page_count = " + pageLimit);
        }
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  String url() {
    return "jdbc:sqlite:" + path;
  }

  private SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setGetGeneratedKeys(false); // which would be a question after every insert
    return config;
  }

  /** For the migrations, which open connections themselves. */
  DataSource source() {
    SQLiteDataSource source = new SQLiteDataSource(config());
    source.setUrl(url());
    return source;
  }

  /** Closes a connection of ours. */
  void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  private void requireOurs(Statement statement) throws SQLException {
    int application = pragma(statement, "application_id");
    int schema = pragma(statement, "user_version");
    boolean empty = pragma(statement, "page_count") == 0;
    if (application != APPLICATION && !(empty || (schema == 0 && tables(statement) == 0))) {
      throw new LogUnavailableException(
          Problem.error(path.toString(), "this is a database, but not an action log of ua")
              .advise("name another file with --log or UA_LOG"));
    }
    if (schema > SCHEMA) {
      throw new LogUnavailableException(
          Problem.error(path.toString(), "this action log was written by a newer version of ua")
              .advise("use that version, or name another file with --log or UA_LOG"));
    }
  }

  static int pragma(Statement statement, String name) throws SQLException {
    return number(statement, "PRAGMA " + name);
  }

  private static int tables(Statement statement) throws SQLException {
    return number(statement, "SELECT count(*) FROM sqlite_master");
  }

  private static int number(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  /** What SQLite's result code means for the person at the keyboard. */
  LogUnavailableException explain(SQLException e) {
    SQLiteErrorCode code =
        SQLiteErrorCode.getErrorCode(
            e.getErrorCode() & 0xff); // the primary code of an extended one
    Problem problem =
        switch (code) {
          case SQLITE_BUSY, SQLITE_LOCKED ->
              wrong(
                      "another program has kept the action log locked for "
                          + patience.toSeconds()
                          + " s")
                  .advise("end that program or wait for it, then give the same command again");
          case SQLITE_FULL ->
              wrong("the disk that holds the action log is full")
                  .advise("make room, then give the same command again");
          case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
              wrong("the action log cannot be written to")
                  .advise(
                      "check the permissions of the file and its folder, or name another with --log or UA_LOG");
          case SQLITE_CANTOPEN ->
              wrong("the action log cannot be opened")
                  .advise(
                      "check that it is a file in a folder that can be written to, or name another with --log or UA_LOG");
          case SQLITE_NOTADB ->
              wrong("this is not an action log").advise("name another file with --log or UA_LOG");
          case SQLITE_CORRUPT ->
              wrong("the action log is damaged")
                  .advise("restore it from a copy; ua log verify tells more");
          case SQLITE_IOERR ->
              wrong("the disk refuses to read or write the action log")
                  .advise("check that it is not full or failing, then give the same command again");
          default -> wrong("the action log cannot be used (" + code + ")");
        };
    return new LogUnavailableException(problem, e);
  }

  private Problem wrong(String message) {
    return Problem.error(path.toString(), message);
  }

  /** For the files beside the log: its key, and those that show which processes run. */
  static LogUnavailableException cannotUse(Path file, IOException e) {
    return new LogUnavailableException(
        Problem.error(
                file.toString(),
                "cannot be read or written beside the action log ("
                    + e.getClass().getSimpleName()
                    + ")")
            .advise("check the permissions of the folder, or name another with --log or UA_LOG"),
        e);
  }
}
