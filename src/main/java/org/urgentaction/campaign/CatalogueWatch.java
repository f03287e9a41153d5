package org.urgentaction.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The campaigns as their folder holds them now: a newer issue may come out at any time. */
public final class CatalogueWatch {
  private final Path folder;
  private Map<Path, String> seen = Map.of();
  private Catalogue catalogue;

  /**
   * @throws org.urgentaction.problem.InvalidInputException where the folder cannot be read
   */
  public CatalogueWatch(Path folder) {
    this.folder = folder;
    this.catalogue = Catalogue.load(folder);
    this.seen = look();
  }

  /** Read anew only where a file has come, gone or changed. */
  public synchronized Catalogue current() {
    Map<Path, String> now = look();
    if (!now.equals(seen)) {
      catalogue = Catalogue.load(folder);
      seen = now;
    }
    return catalogue;
  }

  /** Size and time of every file. */
  private Map<Path, String> look() {
    try (Stream<Path> files = Files.list(folder)) {
      Map<Path, String> found = new TreeMap<>();
      for (Path file : files.toList()) {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        found.put(file, attributes.size() + " " + attributes.lastModifiedTime());
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      return seen; // the folder cannot be looked at just now: what was read stands
    }
  }
}
