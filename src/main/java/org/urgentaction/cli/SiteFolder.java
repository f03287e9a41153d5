package org.urgentaction.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.urgentaction.dispatch.Sha256;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * A folder with a site of files: new ones are written beside it, and moved into it once all are
 * there. What an earlier run made and this one does not goes, as its manifest tells; what others
 * have put there, or changed since, stays.
 */
final class SiteFolder implements AutoCloseable {
  private static final String BESIDE = ".ua-site-new";

  private final Path folder;
  private final Path beside;
  private final SiteManifest before;
  private final Map<String, String> made = new TreeMap<>();

  /** What has become of the folder: files in it, new or changed ones, and those taken out. */
  record Outcome(int files, int changed, int removed, List<String> left) {}

  /**
   * @throws InvalidInputException where the folder cannot be made or written, or its manifest is
   *     none
   */
  SiteFolder(Path folder) {
    this.folder = folder;
    new OutputFolder(folder);
    this.before = SiteManifest.in(folder);
    this.beside = folder.resolve(BESIDE);
    try {
      deleteBeside(); // of a run that was ended
      Files.createDirectory(beside);
    } catch (IOException e) {
      throw invalid("cannot be written: " + reason(e));
    }
  }

  /** A file of the site, by its path with slashes. */
  void put(String path, byte[] content) {
    try {
      Path file = beside.resolve(path);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, content);
      made.put(path, Sha256.of(content));
    } catch (IOException e) {
      throw invalid(path + " cannot be written: " + reason(e));
    }
  }

  /**
   * Moves what was put to its place.
   *
   * @param all whether it is the whole site; otherwise nothing is taken out
   * @throws InvalidInputException where somebody else's file is in the way: then nothing was moved
   */
  Outcome publish(boolean all) {
    for (String path : made.keySet()) {
      if (!before.has(path) && Files.exists(folder.resolve(path))) {
        throw new InvalidInputException(
            Problem.error(folder.resolve(path).toString(), "it was not made by 'ua site'")
                .advise("move it away, or give another folder with -o"));
      }
    }
    try {
      // Whatever happens from here on, the next run knows what is ours.
      before.with(made).write(beside, folder);
      int changed = 0;
      for (Map.Entry<String, String> each : made.entrySet()) {
        changed += moved(each.getKey(), each.getValue()) ? 1 : 0;
      }
      List<String> left = new ArrayList<>();
      int removed = 0;
      SiteManifest now = all ? new SiteManifest(made) : before.with(made);
      for (String path : before.without(now)) {
        if (removed(path)) {
          removed++;
        } else if (Files.exists(folder.resolve(path))) {
          left.add(path);
        }
      }
      now.write(beside, folder);
      return new Outcome(made.size(), changed, removed, left);
    } catch (IOException e) {
      throw invalid("cannot be written: " + reason(e));
    }
  }

  /** Whether it is new there; what is the same already keeps its time. */
  private boolean moved(String path, String sha256) throws IOException {
    Path file = folder.resolve(path);
    if (Files.isRegularFile(file) && Sha256.of(file).equals(sha256)) {
      return false;
    }
    Files.createDirectories(file.resolveSibling(""));
    Files.move(beside.resolve(path), file, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /** Takes a file out that is as it was made, and the folders that it leaves empty. */
  private boolean removed(String path) throws IOException {
    Path file = folder.resolve(path);
    if (!Files.isRegularFile(file)
        || !file.toRealPath().startsWith(folder.toRealPath())
        || !Sha256.of(file).equals(before.sha256(path))) {
      return false;
    }
    Files.delete(file);
    Path each = file.getParent();
    while (each != null && !each.equals(folder) && isEmpty(each)) {
      Files.delete(each);
      each = each.getParent();
    }
    return true;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  @Override
  public void close() {
    try {
      deleteBeside();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void deleteBeside() throws IOException {
    if (Files.exists(beside)) {
      try (Stream<Path> files = Files.walk(beside)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
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
