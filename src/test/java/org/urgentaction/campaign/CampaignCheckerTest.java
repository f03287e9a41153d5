package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.urgentaction.problem.Problem;
import org.urgentaction.problem.Severity;

/** The checker doubts what a careful colleague would doubt, at its place, and nothing else. */
class CampaignCheckerTest {
  private static final Path SAMPLES = Path.of("src/test/resources/campaign");
  private static final boolean UPDATE = !System.getProperty("update", "").isEmpty();

  private final CampaignReader reader = new CampaignReader();
  private final CampaignChecker checker = new CampaignChecker();

  @TestFactory
  Stream<DynamicTest> everyDoubtHasItsPlaceAndAdvice() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve("doubtful"))) {
      List<Path> samples =
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      assertFalse(samples.isEmpty());
      return samples.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
    }
  }

  @Test
  void aSoundCampaignRaisesNoDoubtButItsMissingPicture() {
    List<Problem> found = checker.check(reader.read(SAMPLES.resolve("good/full.yaml")));
    assertEquals(
        List.of("there is no picture `photos/mamay.jpg`"),
        found.stream().map(Problem::message).toList());
  }

  private void compare(Path file) throws IOException {
    List<Problem> found = checker.check(reader.read(file));
    for (Problem problem : found) {
      assertEquals(Severity.WARNING, problem.severity());
      assertTrue(problem.line() > 0 && problem.column() > 0 && problem.advice() != null);
    }
    String folder = file.getParent() + "/";
    String said =
        found.stream()
            .map(problem -> problem.toString().replace(folder, "") + "\n")
            .collect(Collectors.joining());
    Path golden = file.resolveSibling(CampaignReader.idOf(file) + ".txt");
    if (UPDATE) {
      Files.writeString(golden, said);
    }
    assertEquals(Files.readString(golden), said);
  }
}
