package org.urgentaction.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * What a job keeps on the disk while it needs it, in a folder that its owner alone may open: the
 * list as it was dropped in, its bad rows, a rehearsal's messages.
 */
final class JobFolder {
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Path folder;
  private final String shown;
  private final Path list;

  private JobFolder(Path folder, String shown, Path list) {
    this.folder = folder;
    this.shown = shown;
    this.list = list;
  }

  /** A folder of its own for a file that is to come, which only its owner may open. */
  static Path make(Path temporary) {
    try {
      return Files.createTempDirectory(temporary, "ua-sending-");
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  static InvalidInputException noRoom(IOException cause) {
    InvalidInputException refused =
        new InvalidInputException(
            Problem.error(null, "the list cannot be kept while it is worked with")
                .advise("look whether the disk of temporary files has room"));
    refused.initCause(cause);
    return refused;
  }

  /**
   * A folder with a list in it.
   *
   * @param dropped the file as it came, in {@code folder}
   * @param shown how the coordinator knows it
   */
  static JobFolder of(Path folder, Path dropped, String shown) {
    try (var in = Files.newInputStream(dropped)) {
      boolean workbook = Arrays.equals(in.readNBytes(ZIP.length), ZIP);
      Path list = folder.resolve(workbook ? "list.xlsx" : "list.csv");
      Files.move(dropped, list);
      return new JobFolder(folder, shown, list);
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  /** How the coordinator knows the list. */
  String shown() {
    return shown;
  }

  Path list() {
    return list;
  }

  /** A problem as the coordinator knows the list, without the place where it is kept. */
  Problem withoutPlace(Problem problem) {
    String source = problem.source();
    return source == null || !source.startsWith(folder.toString())
        ? problem
        : new Problem(
            problem.severity(),
            shown,
            problem.line(),
            problem.column(),
            problem.message(),
            problem.advice());
  }

  /** The rows of which no writer could be made, with what is wrong with each. */
  Optional<byte[]> badRows() {
    return read(folder.resolve("list-bad.csv"));
  }

  /** Where a rehearsal's messages go. */
  Path emptyRehearsal() {
    Path place = folder.resolve("rehearsal");
    remove(place);
    return place;
  }

  /** How many messages of a rehearsal there are. */
  int messages() {
    return files().size();
  }

  /**
   * A message of the rehearsal.
   *
   * @param number from 1
   */
  Optional<byte[]> message(int number) {
    List<Path> files = files();
    return number < 1 || number > files.size() ? Optional.empty() : read(files.get(number - 1));
  }

  private List<Path> files() {
    Path place = folder.resolve("rehearsal");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> read(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes everything away. */
  void clear() {
    remove(folder);
  }

  static void remove(Path place) {
    if (!Files.exists(place)) {
      return;
    }
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
