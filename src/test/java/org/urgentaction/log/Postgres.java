package org.urgentaction.log;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** One real PostgreSQL server for all tests of a run, and a database for each. */
public final class Postgres {
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Postgres() {}

  /** The JDBC URL of a new and empty database, without settings; its user is {@code postgres}. */
  public static String newDatabase() {
    boolean binaries =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("amd64|x86_64");
    Assumptions.assumeTrue(binaries, "PostgreSQL for tests is there for Linux on amd64 only");
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    administer("CREATE DATABASE " + name);
    return "jdbc:postgresql://127.0.0.1:" + Server.RUNNING.getPort() + "/" + name;
  }

  /** Does something as the server's administrator. */
  public static void administer(String sql) {
    try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
