package org.urgentaction.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a log is kept, and where its writers' key. */
public sealed interface LogPlace {
  /** The file with the writers' key. */
  Path key();

  /** Whether there is a log to read at all, as far as that can be said without asking for it. */
  boolean exists();

  /** As messages name it: without secrets. */
  @Override
  String toString();

  /** One SQLite file, for any number of processes on one machine. */
  record InFile(Path file, Path key) implements LogPlace {
    @Override
    public boolean exists() {
      return Files.exists(file);
    }

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A PostgreSQL database, for any number of machines.
   *
   * @param url JDBC URL without settings
   * @param settings the driver's, by name; no password among them
   * @param password null where the driver is to look into the user's password file
   */
  record OnServer(String url, Map<String, String> settings, @Nullable String password, Path key)
      implements LogPlace {
    public OnServer {
      settings = Map.copyOf(settings);
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public String toString() {
      return url;
    }
  }

  /** A file with its key beside it. */
  static LogPlace file(Path file) {
    return new InFile(file, WriterKey.fileOf(file));
  }
}
