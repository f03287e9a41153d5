package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.problem.InvalidInputException;

/** Lists larger than memory, and files made to be larger than they look. */
class LargeListsTest {
  private static final int MANY = 100_000;
  private static final int MEGABYTE = 1 << 20;

  @TempDir Path folder;

  /** Run in a small heap: counts a list's writers, as a command would read them. */
  static final class Count {
    public static void main(String[] arguments) throws IOException {
      SupporterList list = new SupporterList(arguments[0], false, true);
      ListSurvey survey = list.survey(BadRows.none());
      long letters = 0;
      for (Writer writer : list) {
        letters += writer.name().length();
      }
      Files.writeString(Path.of(arguments[1]), survey.good() + " " + letters);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void aHundredThousandSupportersAreReadInAHeapOf32Megabytes(String kind) throws Exception {
    Path list = folder.resolve("list." + kind);
    if (kind.equals("csv")) {
      csv(list);
    } else {
      new SpreadsheetFile()
          .header("name", "email", "city", "country", "words")
          .rows(MANY, LargeListsTest::row)
          .sharing()
          .save(list);
    }
    Path answer = folder.resolve("answer");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Count.class.getName(),
                list.toString(),
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("output")));
    assertEquals(MANY + " " + MANY * "Supporter 100000".length(), Files.readString(answer));
  }

  private static String[] row(int number) {
    return new String[] {
      "Supporter %06d".formatted(number),
      "supporter%d@example.org".formatted(number),
      "Gatineau",
      "Canada",
      "My own word, number %d".formatted(number)
    };
  }

  private static void csv(Path list) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(list)) {
      out.write("name,email,city,country,words\n");
      for (int i = 0; i < MANY; i++) {
        out.write(String.join(",", row(i)).replace("word,", "word") + "\n");
      }
    }
  }

  @Test
  void aRowOfTenMegabytesIsRefusedWithItsLine() throws IOException {
    String problem = refused("name,email\nA,a@e.org\n" + "x".repeat(10 * MEGABYTE) + ",b@e.org\n");
    assertTrue(problem.contains("list.csv:3: error: the row that begins here is longer"), problem);
    assertTrue(problem.length() < 300, problem.length() + " characters");
  }

  @Test
  void aQuoteNeverClosedDoesNotTakeTheRestOfTheListIntoMemory() throws IOException {
    String problem = refused("name,email\n\"A,a@e.org\n" + "B,b@e.org\n".repeat(200_000));
    assertTrue(problem.contains("list.csv:2: error:"), problem);
    assertTrue(problem.contains("quote that is never closed"), problem);
  }

  @Test
  void aHeaderOfOneMegabyteIsRefusedInFewWords() throws IOException {
    String problem = refused("title".repeat(100_000) + "\nA\n");
    assertTrue(problem.contains("no column is called \"name\""), problem);
    assertTrue(problem.length() < 400, problem.length() + " characters");
  }

  @Test
  void aFileOfMoreThan200MegabytesIsRefusedUnread() throws IOException {
    Path list = folder.resolve("list.csv");
    try (RandomAccessFile file = new RandomAccessFile(list.toFile(), "rw")) {
      file.setLength(201L * MEGABYTE);
    }
    assertTrue(refused(list).contains("larger than 200 MB"));
  }

  @Test
  void nulsFurtherDownMakeBadRowsNotABadList() throws IOException {
    Path list = folder.resolve("list.csv");
    Files.writeString(list, "name,city\n" + "A,B\n".repeat(5000) + "C,\0\nD,E\n");
    ListSurvey survey = new SupporterList(list.toString(), false, false).survey(BadRows.none());
    assertEquals(5001, survey.good());
    assertEquals(5002, survey.problems().get(0).line());
  }

  @Test
  void aWorkbookThatUnpacksToAMountainIsRefused() throws IOException {
    Path list = folder.resolve("list.xlsx");
    byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
    new SpreadsheetFile()
        .header("name")
        .sheetEnding(
            out -> {
              for (int i = 0; i < 700; i++) {
                out.write("<row></row>".getBytes(StandardCharsets.US_ASCII));
                out.write(blanks, 0, MEGABYTE - 100);
              }
            })
        .save(list);
    assertTrue(Files.size(list) < 2 * MEGABYTE);
    assertTrue(refused(list).contains("unpacks to more"), refused(list));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<row><c t='str'><v>%s</v></c></row>", "<row r='%s'></row>"})
  void aCellOrAttributeOfManyMegabytesIsRefused(String markup) throws IOException {
    Path list = folder.resolve("list.xlsx");
    new SpreadsheetFile().header("name").sheetEnding(out -> long_(out, markup)).save(list);
    assertTrue(refused(list).contains("unpacks to more"), refused(list));
  }

  private static void long_(OutputStream out, String markup) throws IOException {
    out.write(markup.formatted("> ".repeat(20 * MEGABYTE)).getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- <a <a -->", "<![CDATA[ <a ]]>"})
  void markupThatNoSpreadsheetWritesIsRefused(String markup) throws IOException {
    Path list = folder.resolve("list.xlsx");
    new SpreadsheetFile()
        .header("name")
        .sheetEnding(out -> out.write(markup.getBytes(StandardCharsets.US_ASCII)))
        .save(list);
    assertTrue(refused(list).contains("no Excel workbook"), refused(list));
  }

  @Test
  void anEntityIsNeverReadFromTheDisk() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    Path list = folder.resolve("list.xlsx");
    new SpreadsheetFile()
        .doctype("<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>")
        .header("name")
        .sheetEnding(
            out ->
                out.write(
                    "<row><c t='str'><v>&e;</v></c></row>".getBytes(StandardCharsets.US_ASCII)))
        .save(list);
    String problem = refused(list);
    assertTrue(problem.contains("no Excel workbook"), problem);
    assertFalse(problem.contains("the secret"), problem);
  }

  private String refused(String text) throws IOException {
    return refused(Files.writeString(folder.resolve("list.csv"), text));
  }

  private static String refused(Path list) {
    SupporterList supporters = new SupporterList(list.toString(), false, false);
    return assertThrows(InvalidInputException.class, () -> supporters.survey(BadRows.none()))
        .getMessage();
  }
}
