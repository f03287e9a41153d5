package org.urgentaction.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every message in the folder is understood as its text beside it says. */
class ReportSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/returns");
  private static final boolean UPDATE = !System.getProperty("update", "").isEmpty();

  private final ReportReader reader = new ReportReader(Set.of("minister@ministry.example"));

  @TestFactory
  Stream<DynamicTest> everyMessageIsUnderstood() throws IOException {
    List<Path> samples;
    try (Stream<Path> files = Files.list(SAMPLES)) {
      samples = files.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
    assertTrue(samples.size() > 20);
    return samples.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    Report report;
    try (InputStream in = Files.newInputStream(file)) {
      report = reader.read(in);
    }
    assertFalse(report.words().chars().anyMatch(Character::isISOControl), report.words());
    assertTrue(report.words().length() <= 300, report.words());
    assertFalse(report.words().contains("ann.lee"), report.words());
    String name = file.getFileName().toString().replace(".eml", ".txt");
    Path golden = file.resolveSibling(name);
    if (UPDATE) {
      Files.writeString(golden, shown(report));
    }
    assertEquals(Files.readString(golden), shown(report));
  }

  private static String shown(Report report) {
    return """
        kind: %s
        messages: %s
        status: %s%s
        words: %s
        token: %s
        """
        .formatted(
            report.kind(),
            String.join(" ", report.messageIds()),
            report.status(),
            report.addressIsDead() ? ", the address is dead" : "",
            report.words(),
            report.token());
  }
}
