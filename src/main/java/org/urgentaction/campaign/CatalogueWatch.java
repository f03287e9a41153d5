package org.urgentaction.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The campaigns as their folder holds them now: a newer issue may come out at any time. */
public final class CatalogueWatch {
  private final @Nullable Path folder;
  private Map<Path, String> seen = Map.of();
  private Catalogue catalogue;

  /**
   * @throws org.urgentaction.problem.InvalidInputException where the folder cannot be read
   */
  public CatalogueWatch(Path folder) {
    this.folder = folder;
    this.catalogue = Catalogue.load(folder);
    this.seen = look(folder);
  }

  private CatalogueWatch(Catalogue catalogue) {
    this.folder = null;
    this.catalogue = catalogue;
  }

  /** The campaigns as they were read once, whatever becomes of their files. */
  public static CatalogueWatch still(Catalogue catalogue) {
    return new CatalogueWatch(catalogue);
  }

  /** Read anew only where a file has come, gone or changed. */
  public synchronized Catalogue current() {
    if (folder == null) {
      return catalogue;
    }
    Map<Path, String> now = look(folder);
    if (!now.equals(seen)) {
      catalogue = Catalogue.load(folder);
      seen = now;
    }
    return catalogue;
  }

  /** Size and time of every file. */
  private Map<Path, String> look(Path folder) {
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
