package org.urgentaction.importing.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.urgentaction.importing.IssuedDocument;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.importing.IssuedLine.Kind;

/** The same text gives the same lines, whatever format LibreOffice writes it in. */
class SameLinesTest {
  private static final Path SOURCES = Path.of("src/test/resources/import/read");

  @TempDir static Path folder;

  @BeforeAll
  static void convert() throws Exception {
    OtherFormats office = new OtherFormats(folder);
    List<Path> texts = new ArrayList<>();
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("english", "german", "japanese", "russian")) {
      texts.add(SOURCES.resolve(name + ".txt"));
      documents.add(folder.resolve(name + ".docx"));
    }
    List<Path> layouts = new ArrayList<>();
    for (String name : List.of("columns", "tables", "arabic")) {
      layouts.add(SOURCES.resolve(name + ".fodt"));
      documents.add(folder.resolve(name + ".docx"));
    }
    office.convert(texts, "docx:MS Word 2007 XML", "--infilter=Text (encoded):UTF8");
    office.convert(layouts, "docx:MS Word 2007 XML");
    office.convert(documents, "pdf:writer_pdf_Export");
    office.convert(documents, "html:HTML (StarWriter)");
  }

  private static IssuedDocument read(Path file) {
    return new DocumentReader().read(file);
  }

  /** Text and whether it is an item: what a heading is, only some formats know. */
  private static List<String> substance(IssuedDocument document) {
    return document.lines().stream()
        .map(line -> (line.kind() == Kind.ITEM ? "* " : "") + line.text())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "english, docx", "english, pdf", "english, html",
    "german, docx", "german, pdf", "german, html",
    "japanese, docx", "japanese, pdf", "japanese, html",
    "russian, docx", "russian, pdf", "russian, html",
  })
  void aTextIsTheSameInOtherFormats(String name, String format) {
    assertEquals(
        String.join("\n", substance(read(SOURCES.resolve(name + ".txt")))),
        String.join("\n", substance(read(folder.resolve(name + "." + format)))));
  }

  @ParameterizedTest
  @CsvSource({"english, docx", "english, pdf", "english, html"})
  void gapsAreTheSameToo(String name, String format) {
    assertEquals(gaps(SOURCES.resolve(name + ".txt")), gaps(folder.resolve(name + "." + format)));
  }

  private static String gaps(Path file) {
    return String.join(
        "\n",
        read(file).lines().stream().filter(IssuedLine::gapBefore).map(IssuedLine::text).toList());
  }

  @ParameterizedTest
  @CsvSource({"columns", "tables"})
  void columnsAndTablesAreReadInOrder(String name) {
    assertEquals(
        String.join("\n", substance(read(folder.resolve(name + ".docx")))),
        String.join("\n", substance(read(folder.resolve(name + ".pdf")))));
  }

  @Test
  void labelsStandBeforeTheirValues() {
    List<String> lines = substance(read(folder.resolve("tables.pdf")));
    assertTrue(lines.contains("Issue date: 4 March 2026"), lines.toString());
  }

  @Test
  void headsAndNumbersOfPagesAreNotInTheMiddle() {
    List<String> lines = substance(read(folder.resolve("columns.pdf")));
    assertEquals("UA: 44/26 Index: FAR 12/0044/2026 Far Islands", lines.get(0));
    assertEquals(1, lines.stream().filter(line -> line.startsWith("UA: 44/26")).count());
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("Page")), lines.toString());
  }

  @ParameterizedTest
  @CsvSource({"docx", "pdf"})
  void arabicComesOutInLogicalOrder(String format) {
    List<String> lines = substance(read(folder.resolve("arabic." + format)));
    assertTrue(lines.contains("السيد وزير العدل"), lines.toString());
    assertTrue(lines.contains("فاكس: +999 55 123 456"), lines.toString());
    assertTrue(lines.contains("البريد الإلكتروني: minister@justice.example"), lines.toString());
    assertTrue(lines.toString().contains("(المادة 12 من القانون)"), lines.toString());
  }
}
