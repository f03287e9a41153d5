package org.urgentaction.typeset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.urgentaction.document.Paper;

/** What poppler's pdftotext, which goes by where things stand, reads is what was written. */
class TextRoundTripTest {
  private static final FontLibrary FONTS = FontLibrary.bundled();

  @TempDir private Path folder;

  static Stream<Specimen> specimens() {
    return Specimen.all().stream();
  }

  @BeforeAll
  static void thereIsPdftotext() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(place -> Files.isExecutable(Path.of(place, "pdftotext"))),
        "pdftotext (Debian package poppler-utils) is not installed");
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void everyCharacterComesBackInReadingOrder(Specimen specimen) throws Exception {
    PageStyle style = new PageStyle(Paper.A4, false);
    SetDocument set = new PdfPress(FONTS, style, List.of(specimen.letter())).set(specimen.letter());
    assertEquals(specimen.text(), Specimen.seen(extracted(set)));
  }

  private String extracted(SetDocument set) throws IOException, InterruptedException {
    Path pdf = Files.write(folder.resolve("letter.pdf"), set.pdf());
    Path text = folder.resolve("letter.txt");
    Process reader =
        new ProcessBuilder("pdftotext", "-enc", "UTF-8", pdf.toString(), text.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertEquals(true, reader.waitFor(60, TimeUnit.SECONDS), "pdftotext does not end");
      return Files.readString(text, StandardCharsets.UTF_8);
    } finally {
      reader.destroyForcibly();
    }
  }
}
