package org.urgentaction.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * Every sample in the folder is read or refused as it should be, with its message; the schema that
 * editors use says the same about all that a schema can express.
 */
class CampaignSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/campaign");
  private static final boolean UPDATE = !System.getProperty("update", "").isEmpty();

  private final CampaignReader reader = new CampaignReader();
  private final Schema schema = schema();

  @TestFactory
  Stream<DynamicTest> goodFilesAreReadAndValid() throws IOException {
    return each(
        "good",
        file -> {
          reader.read(file);
          assertEquals(List.of(), faults(file));
        });
  }

  @TestFactory
  Stream<DynamicTest> badFilesAreRefusedWithTheirMessageAndBySchema() throws IOException {
    return each(
        "bad",
        file -> {
          assertRefused(file);
          assertFalse(faults(file).isEmpty(), "the schema accepts it");
        });
  }

  @TestFactory
  Stream<DynamicTest> whatOnlyTheReaderCanJudgeIsRefusedWithItsMessage() throws IOException {
    return each("bad/beyond-schema", this::assertRefused);
  }

  private void assertRefused(Path file) throws IOException {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> reader.read(name(file), bytes(file), id(file)));
    for (Problem problem : refused.problems()) {
      assertFalse(problem.message().contains("\n"), "a message is one line");
      assertTrue(problem.message().length() < 300, "a message is short");
    }
    String said = refused.getMessage() + "\n";
    Path golden = file.resolveSibling(id(file) + ".txt");
    if (UPDATE) {
      Files.writeString(golden, said);
    }
    assertEquals(Files.readString(golden), said);
  }

  private List<Error> faults(Path file) throws IOException {
    return schema.validate(
        Files.readString(file),
        InputFormat.YAML,
        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("schema/campaign.schema.json")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private interface Check {
    void check(Path file) throws IOException;
  }

  private static Stream<DynamicTest> each(String folder, Check check) throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
      List<Path> samples =
          files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      assertFalse(samples.isEmpty());
      return samples.stream()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> check.check(file)));
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String id(Path file) {
    return CampaignReader.idOf(file);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
