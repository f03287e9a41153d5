package org.urgentaction.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.urgentaction.problem.Problem;

/**
 * The server of a log: opens connections to it, and says in plain words why it cannot be used.
 *
 * @param patience how long to wait for the server, and for other programs' locks
 */
record PostgresServer(LogPlace.OnServer place, Duration patience) {
  private static final int READERS = 4;
  private static final String ANSWER_SECONDS = "120";

  /** A connection in which every commit is on the server's disk when it returns. */
  Connection connect() {
    try {
      Connection connection = DriverManager.getConnection(place.url(), properties());
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET lock_timeout = " + patience.toMillis());
        statement.execute(
            """
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') = 'off'""");
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  /** Connections for reading: each transaction sees one state of the whole. */
  HikariDataSource readers() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("ua action log");
    config.setJdbcUrl(place.url());
    config.setDataSourceProperties(properties());
    config.setReadOnly(true);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(Math.max(250, patience.toMillis()));
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "ua");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", Long.toString(Math.max(1, patience.toSeconds())));
    properties.setProperty("socketTimeout", ANSWER_SECONDS);
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.putAll(place.settings());
    if (place.password() != null) {
      properties.setProperty("password", place.password());
    }
    return properties;
  }

  /** What the server's SQLSTATE means for the person at the keyboard. */
  LogUnavailableException explain(SQLException e) {
    String state = Objects.requireNonNullElse(e.getSQLState(), "");
    String group = state.length() < 2 ? "" : state.substring(0, 2);
    Problem problem =
        switch (state) {
          case "3D000" ->
              wrong("there is no such database")
                  .advise("make it on the server with createdb, then give the same command again");
          case "42501" ->
              wrong("the user may not use the action log's tables")
                  .advise("see docs/log.md for the rights it needs");
          case "25006" ->
              wrong("the database cannot be written to")
                  .advise("name the primary server: a standby only reads");
          case "53100" ->
              wrong("the server's disk is full")
                  .advise("make room, then give the same command again");
          case "53300" ->
              wrong("the server has as many connections as it takes")
                  .advise("end others, or raise its max_connections");
          case "55P03" ->
              wrong(
                      "another program has kept the action log locked for "
                          + patience.toSeconds()
                          + " s")
                  .advise("end that program or wait for it, then give the same command again");
          case "XX001", "XX002" ->
              wrong("the action log is damaged")
                  .advise("restore it from a copy; ua log verify tells more");
          default ->
              switch (group) {
                case "28" ->
                    wrong("the server does not let this user in")
                        .advise("check user= in the URL, and the password in UA_LOG_PASSWORD");
                case "08", "57" ->
                    wrong("the server of the action log is not there, or ended the connection")
                        .advise(
                            "nothing more is sent without it: once it is back, give the same"
                                + " command again");
                default -> wrong("the action log cannot be used (SQLSTATE " + state + ")");
              };
        };
    return new LogUnavailableException(problem, e);
  }

  Problem wrong(String message) {
    return Problem.error(place.toString(), message);
  }
}
