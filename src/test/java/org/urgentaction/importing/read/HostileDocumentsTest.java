package org.urgentaction.importing.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All in one process of 512 MB, one after the other. */
class HostileDocumentsTest {
  private static final int MINUTES = 4;
  private static final String SECRET = "what stands outside of the package";

  @TempDir static Path folder;

  private static final Map<String, String> RESULTS = new HashMap<>();

  @BeforeAll
  static void readAllOfThem() throws Exception {
    words();
    new HostilePdfs(folder).write();
    others();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                HostileReading.class.getName()));
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().map(Path::toString).forEach(command::add);
    }
    Path output = Files.createTempFile("reading", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(process.waitFor(MINUTES, TimeUnit.MINUTES), "it came to no end");
      assertEquals(0, process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
    for (String line : Files.readAllLines(output)) {
      RESULTS.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
    }
    Files.delete(output);
  }

  private static void words() throws IOException {
    String text = "<w:p><w:r><w:t>Free the librarian</w:t></w:r></w:p>";
    new WordPackage().body("<w:p/>", "", 20_000_000).save(folder.resolve("flat-bomb.docx"));
    new WordPackage()
        .body(text)
        .part("word/embeddings/inner.zip", out -> out.write(new byte[200 << 20]))
        .save(folder.resolve("nested-bomb.docx"));
    new WordPackage()
        .part(
            "word/document.xml",
            "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><w>&b;</w>")
        .save(folder.resolve("entities.docx"));
    new WordPackage()
        .body("<w:tbl><w:tr><w:tc><w:p>", "</w:p></w:tc></w:tr></w:tbl>", 200_000)
        .save(folder.resolve("deep.docx"));
    new WordPackage()
        .body(
            "<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(1000)
                + "<w:p><w:r><w:t>"
                + "x".repeat(6_000_000)
                + "</w:t></w:r></w:p>")
        .save(folder.resolve("long.docx"));
    Files.writeString(folder.resolve("secret.txt"), SECRET);
    new WordPackage()
        .documentAt("../../secret.txt")
        .part("../../secret.txt.copy", "x")
        .save(folder.resolve("paths.docx"));
    byte[] whole =
        Files.readAllBytes(new WordPackage().body(text).save(folder.resolve("whole.docx")));
    Files.write(folder.resolve("cut.docx"), java.util.Arrays.copyOf(whole, whole.length * 2 / 3));
  }

  private static void others() throws IOException {
    byte[] container = new byte[4096];
    byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A};
    System.arraycopy(magic, 0, container, 0, magic.length);
    Files.write(folder.resolve("old.doc"), container);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, container, 1024, name.length);
    Files.write(folder.resolve("locked.docx"), container);
    for (String large : List.of("large.pdf", "large.docx", "large.txt")) {
      try (RandomAccessFile file = new RandomAccessFile(folder.resolve(large).toFile(), "rw")) {
        file.setLength(200L << 20);
      }
    }
    Files.writeString(folder.resolve("deep.html"), "<html>" + "<div>".repeat(500_000) + "deep");
    Files.writeString(
        folder.resolve("tags.html"), "<html><p>Free them</p>" + "<b a b c>".repeat(400_000));
    Files.writeString(folder.resolve("long.html"), "<html><p>" + "no end of it ".repeat(1_000_000));
    Files.writeString(folder.resolve("zero.txt"), "");
    Files.writeString(folder.resolve("letter.rtf"), "{\\rtf1 Free them}");
    Files.write(folder.resolve("noise.txt"), new byte[5000]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flat-bomb.docx | the document unpacks to far more than an Urgent Action holds",
        "nested-bomb.docx | read: Free the librarian",
        "entities.docx | the Word file is damaged or cut short",
        "deep.docx | the Word file is damaged or cut short",
        "long.docx | the document unpacks to far more than an Urgent Action holds",
        "paths.docx | the Word file is damaged or cut short",
        "cut.docx | the Word file is damaged or cut short",
        "locked.docx | the document is locked with a password",
        "old.doc | this is a file of an old Office version",
        "letter.rtf | this is an RTF file",
        "large.pdf | the file is larger than 64 MB",
        "large.docx | the file is larger than 64 MB",
        "large.txt | the file is larger than 64 MB",
        "zero.txt | the file is empty",
        "noise.txt | the file is not a text file",
        "long.html | the document unpacks to far more than an Urgent Action holds",
        "million.pdf | the PDF holds far more objects than an Urgent Action needs",
        "packed-objects.pdf | the PDF holds far more objects than an Urgent Action needs",
        "circle.pdf | the PDF is damaged or cut short",
        "pages.pdf | the PDF has 500000 pages, which no Urgent Action has",
        "unpacks.pdf | the document unpacks to far more than an Urgent Action holds",
        "twice.pdf | the document unpacks to far more than an Urgent Action holds",
        "glyphs.pdf | the document unpacks to far more than an Urgent Action holds",
        "scan.pdf | the PDF holds no text: its pages are pictures, or empty; recognise its text (OCR) first",
        "nameless.pdf | the PDF's fonts do not tell which characters they draw",
        "cut.pdf | the PDF is damaged or cut short",
        "locked.pdf | the PDF is locked with a password",
        "unlocked.pdf | read: Please set the librarian of Harbour Town free at once.",
        "letter.pdf | read: Please set the librarian of Harbour Town free at once.",
      })
  void eachIsReadOrRefusedWithAReason(String file, String begins) {
    String result = RESULTS.get(file);
    assertTrue(result != null && result.startsWith(begins), file + ": " + result);
  }

  /** Whether they are read is not the point: they come to an end, and say something. */
  @ParameterizedTest
  @CsvSource({"deep.html", "tags.html", "arrays.pdf", "dictionaries.pdf", "runs.pdf"})
  void nothingRunsOutOfMemoryOrNeverEnds(String file) {
    assertTrue(RESULTS.containsKey(file), file);
  }

  @Test
  void nothingOutsideOfAPackageIsReadOrWritten() {
    assertTrue(RESULTS.values().stream().filter(each -> each.contains(SECRET)).count() == 1);
    assertTrue(Files.notExists(folder.resolve("../../secret.txt.copy")));
  }
}
