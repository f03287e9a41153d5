package org.urgentaction.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The databases that a log can be kept in: what is promised is tested in both. */
public enum Store {
  SQLITE {
    @Override
    public LogPlace newPlace(Path folder) {
      return LogPlace.file(folder.resolve("actions.db"));
    }

    @Override
    Connection connect(LogPlace place) throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite:" + place);
    }
  },
  POSTGRES {
    @Override
    public LogPlace newPlace(Path folder) {
      return new LogPlace.OnServer(
          Postgres.newDatabase(), Map.of("user", "postgres"), null, folder.resolve("log.key"));
    }

    @Override
    Connection connect(LogPlace place) throws SQLException {
      return DriverManager.getConnection(place.toString(), "postgres", "");
    }
  };

  /** Where a log can be made. */
  public abstract LogPlace newPlace(Path folder);

  /** Past the log, straight into its database. */
  abstract Connection connect(LogPlace place) throws SQLException;
}
