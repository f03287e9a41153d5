package org.urgentaction.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** A folder that files are put into whole: each is written beside its place, then moved there. */
final class OutputFolder {
  private final Path folder;

  /**
   * @throws InvalidInputException where the folder cannot be made or written
   */
  OutputFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw invalid("the folder cannot be made");
    }
    if (!Files.isWritable(folder)) {
      throw invalid("the folder cannot be written");
    }
  }

  /** Puts a file there in place of one of the same name, and returns its path. */
  Path put(String name, byte[] content) {
    Path file = folder.resolve(name);
    try {
      Path beside = Files.createTempFile(folder, ".", ".part");
      try {
        Files.write(beside, content);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      return file;
    } catch (IOException e) {
      throw invalid("%s cannot be written: %s".formatted(name, reason(e)));
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "the disk may be full" : e.getMessage();
  }

  private InvalidInputException invalid(String message) {
    return new InvalidInputException(
        Problem.error(folder.toString(), message)
            .advise("give a folder that can be written with -o, or make room"));
  }
}
