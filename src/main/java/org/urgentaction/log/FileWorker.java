package org.urgentaction.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * This process as a writer of the log, alive for as long as it holds the operating system's lock on
 * a file of its own in {@code <log>.workers}: a lock that the system gives back however it dies.
 */
final class FileWorker implements AutoCloseable {
  /** Marks the workers of this process: the system would let go their locks if we probed them. */
  private static final String PROCESS = shortRandom();

  private final Path file;
  private final FileChannel channel;
  private final String id;

  private FileWorker(Path file, FileChannel channel, String id) {
    this.file = file;
    this.channel = channel;
    this.id = id;
  }

  static FileWorker start(Path log) throws IOException {
    Path folder = Files.createDirectories(folderOf(log));
    while (true) {
      String id = PROCESS + "-" + shortRandom();
      Path file = folder.resolve(id);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      // Whoever took us for dead before the lock was ours has taken the file away.
      if (lock != null && Files.exists(file)) {
        return new FileWorker(file, channel, id);
      }
      channel.close();
    }
  }

  String id() {
    return id;
  }

  /** Whether the worker of that name still runs, on this machine. */
  static boolean alive(Path log, String id) throws IOException {
    Path file = folderOf(log).resolve(id);
    if (!Files.exists(file)) {
      return false;
    }
    if (id.startsWith(PROCESS + "-")) {
      return true;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null;
    }
  }

  /** Takes away what a dead worker left. */
  static void forget(Path log, String id) throws IOException {
    Files.deleteIfExists(folderOf(log).resolve(id));
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }

  static Path folderOf(Path log) {
    return log.resolveSibling(log.getFileName() + ".workers");
  }

  private static String shortRandom() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}
