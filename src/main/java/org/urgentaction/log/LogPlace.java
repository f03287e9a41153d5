package org.urgentaction.log;

import java.nio.file.Files;
import java.nio.file.Path;

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

  /** A file with its key beside it. */
  static LogPlace file(Path file) {
    return new InFile(file, WriterKey.fileOf(file));
  }
}
