package org.urgentaction.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * A writer's saved profile: a small YAML file of who they are, readable by its owner only, so that
 * nothing needs typing twice.
 */
public final class WriterProfile {
  private static final long LARGEST = 64 << 10;
  private static final String LETTERHEAD = "letterhead";
  private static final String LETTERHEAD_ALT = "letterhead-alt";

  private final Path file;

  public WriterProfile(Path file) {
    this.file = file;
  }

  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /** The file as messages name it. */
  public String source() {
    return file.toString();
  }

  /**
   * What the profile says, by field.
   *
   * @throws InvalidInputException where it cannot be read, or says what no profile says
   */
  public Map<WriterField, String> read() {
    Map<WriterField, String> values = new EnumMap<>(WriterField.class);
    content()
        .forEach(
            (key, value) -> {
              if (!key.equals(LETTERHEAD) && !key.equals(LETTERHEAD_ALT)) {
                values.put(field(key), value);
              }
            });
    return values;
  }

  /** The letterhead that the profile keeps; a relative path is from the profile's folder. */
  public Optional<Letterhead> letterhead() {
    Map<String, String> content = exists() ? content() : Map.of();
    String picture = content.get(LETTERHEAD);
    try {
      return picture == null
          ? Optional.empty()
          : Optional.of(
              new Letterhead(
                  file.resolveSibling(picture), content.getOrDefault(LETTERHEAD_ALT, "")));
    } catch (InvalidPathException e) {
      throw invalid(0, 0, "the profile's letterhead is no path of a file");
    }
  }

  private Map<String, String> content() {
    try {
      if (Files.size(file) > LARGEST) {
        throw invalid(0, 0, "this is too large for a profile");
      }
      Object loaded = yaml().load(Files.readString(file));
      if (!(loaded instanceof Map<?, ?> map)) {
        throw invalid(0, 0, "a profile is lines such as \"name: Your Name\"");
      }
      Map<String, String> content = new LinkedHashMap<>();
      map.forEach((key, value) -> content.put(String.valueOf(key), String.valueOf(value)));
      return content;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      int column = e.getProblemMark() == null ? 0 : e.getProblemMark().getColumn() + 1;
      throw invalid(line, column, "the profile is no YAML");
    } catch (YAMLException e) {
      throw invalid(0, 0, "the profile is no YAML");
    } catch (IOException e) {
      throw invalid(0, 0, "the profile cannot be read");
    }
  }

  private WriterField field(String key) {
    return WriterField.ofTitle(key)
        .orElseThrow(() -> invalid(0, 0, "a profile knows nothing called \"%s\"".formatted(key)));
  }

  /** Saves these values in place of what was there: written beside, then moved. */
  public void write(Map<WriterField, String> values, @Nullable Letterhead letterhead) {
    Map<String, String> content = new LinkedHashMap<>();
    values.forEach((field, value) -> content.put(field.toString(), value));
    if (letterhead != null) {
      content.put(LETTERHEAD, letterhead.picture().toAbsolutePath().toString());
      if (!letterhead.alternative().isEmpty()) {
        content.put(LETTERHEAD_ALT, letterhead.alternative());
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, ".me", ".yaml");
      try {
        Files.writeString(beside, yaml().dump(content));
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(
            beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw invalid(0, 0, "the profile cannot be written");
    }
  }

  /** Takes the profile away; quietly where there is none. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw invalid(0, 0, "the profile cannot be deleted");
    }
  }

  private static Yaml yaml() {
    LoaderOptions loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    loading.setMaxAliasesForCollections(0);
    DumperOptions dumping = new DumperOptions();
    dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    dumping.setDefaultScalarStyle(DumperOptions.ScalarStyle.PLAIN);
    return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading);
  }

  private InvalidInputException invalid(int line, int column, String message) {
    return new InvalidInputException(
        Problem.error(source(), line, column, message)
            .advise("'ua me' shows and writes a profile"));
  }
}
