package org.urgentaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds what the software is known to make; {@code -Dupdate=true} writes it anew. */
public final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private final Path file;

  /**
   * @param name below the golden folder
   */
  public GoldenFile(String name) {
    this.file = FOLDER.resolve(name);
  }

  /** That the software still makes the same; a golden file that is missing fails. */
  public void assertSame(String made) throws IOException {
    String update = System.getProperty("update", "");
    if (!update.isEmpty()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, made);
      return;
    }
    if (!Files.exists(file)) {
      fail("there is no " + file + " yet: look at what is made, then run with -Dupdate=true");
    }
    assertEquals(Files.readString(file), made, file.toString());
  }
}
