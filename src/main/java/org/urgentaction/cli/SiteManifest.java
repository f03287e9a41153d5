package org.urgentaction.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Which files of a folder are a site's, each with its SHA-256 as it was made: a file in that folder
 * that {@code sha256sum -c} reads.
 *
 * @param files digests by path, with slashes, below the folder
 */
record SiteManifest(Map<String, String> files) {
  private static final String NAME = ".ua-site";
  private static final String HEAD =
      "# Made by 'ua site', which takes out of this folder what stands here and nothing else.\n";

  /** No path that leads out of the folder, whoever wrote the line. */
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64})  ((?!\\.)[A-Za-z0-9._-]+(?:/(?!\\.)[A-Za-z0-9._-]+)*)");

  SiteManifest {
    files = new TreeMap<>(files);
  }

  /**
   * A folder's; empty where it has none.
   *
   * @throws InvalidInputException where it cannot be read or is none
   */
  static SiteManifest in(Path folder) {
    Path file = folder.resolve(NAME);
    Map<String, String> files = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
          Matcher line = LINE.matcher(lines.get(i));
          if (line.matches()) {
            files.put(line.group(2), line.group(1));
          } else if (!lines.get(i).startsWith("#")) {
            throw invalid(file, i + 1, "this is no line of a list of files");
          }
        }
      } catch (IOException e) {
        throw invalid(file, 0, "it cannot be read");
      }
    }
    return new SiteManifest(files);
  }

  boolean has(String path) {
    return files.containsKey(path);
  }

  @Nullable String sha256(String path) {
    return files.get(path);
  }

  SiteManifest with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(files);
    all.putAll(more);
    return new SiteManifest(all);
  }

  /** The paths that another one does not have. */
  List<String> without(SiteManifest other) {
    return files.keySet().stream().filter(path -> !other.has(path)).toList();
  }

  /** Puts it into a folder in place of the one there. */
  void write(Path beside, Path folder) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    files.forEach((path, sha256) -> text.append(sha256).append("  ").append(path).append('\n'));
    Path made = Files.writeString(beside.resolve(NAME), text);
    Files.move(made, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
  }

  private static InvalidInputException invalid(Path file, int line, String message) {
    return new InvalidInputException(
        Problem.error(file.toString(), line, line == 0 ? 0 : 1, message)
            .advise(
                "remove it: what is in the folder is then left alone; or give another with -o"));
  }
}
