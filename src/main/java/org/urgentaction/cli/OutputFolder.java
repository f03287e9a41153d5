package org.urgentaction.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/** A folder that files are put into whole: each is written beside its place, then moved there. */
final class OutputFolder {
  /** What a file is to hold. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

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

  /** The folder in which a file is to be. */
  static OutputFolder of(Path file) {
    Path parent = file.getParent();
    return new OutputFolder(parent == null ? Path.of(".") : parent);
  }

  /** Puts a file there in place of one of the same name, and returns its path. */
  Path put(String name, byte[] content) {
    return put(name, out -> out.write(content));
  }

  /** Puts a file there, piece by piece, in place of one of the same name; returns its path. */
  Path put(String name, Content content) {
    Path file = folder.resolve(name);
    try {
      Path beside = Files.createTempFile(folder, ".", ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
          content.writeTo(out);
        }
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
