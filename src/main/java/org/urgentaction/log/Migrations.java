package org.urgentaction.log;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Brings a log's tables to their newest form, by Flyway. A log that has it already is not brought
 * here: looking would cost a start more than all the rest.
 */
final class Migrations {
  private Migrations() {}

  /**
   * Runs the scripts that have not been run yet.
   *
   * @param text the database's type for texts that sort by their bytes
   * @param baseline the version that the tables have, where a log is older than its list of scripts
   * @throws SQLException if the database refuses
   */
  static void run(DataSource source, String text, @Nullable String baseline) throws SQLException {
    FluentConfiguration configuration =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:org/urgentaction/log")
            .failOnMissingLocations(true)
            .table("migration")
            .placeholders(Map.of("text", text));
    if (baseline != null) {
      configuration.baselineOnMigrate(true).baselineVersion(baseline);
    }
    try {
      configuration.load().migrate();
    } catch (FlywayException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql) {
          throw sql;
        }
      }
      throw e;
    }
  }
}
