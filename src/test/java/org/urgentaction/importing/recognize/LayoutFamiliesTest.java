package org.urgentaction.importing.recognize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.urgentaction.importing.read.DocumentReader;

/**
 * Every layout that rights organisations have used: a document of each, and all that is found in
 * it; {@code -Dupdate=true} writes what is found anew.
 */
class LayoutFamiliesTest {
  private static final Path FOLDER = Path.of("src/test/resources/import/recognize");

  private final ActionRecognizer recognizer = new ActionRecognizer();

  @TestFactory
  Stream<DynamicTest> everyLayoutIsRecognized() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> documents =
          files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
      assertTrue(documents.size() >= 25);
      return documents.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }
  }

  private void compare(Path file) throws IOException {
    String found = FindingsJson.of(recognizer.recognize(new DocumentReader().read(file)));
    Path expected = Path.of(file.toString().replaceAll("\\.txt$", ".expected.json"));
    if (!System.getProperty("update", "").isEmpty()) {
      Files.writeString(expected, found);
      return;
    }
    assertEquals(Files.readString(expected), found);
  }
}
