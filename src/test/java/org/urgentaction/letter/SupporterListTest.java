package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

class SupporterListTest {
  @TempDir Path folder;

  private List<Writer> read(String content) throws IOException {
    return read(content, StandardCharsets.UTF_8, false);
  }

  private List<Writer> read(String content, Charset charset, boolean emailNeeded)
      throws IOException {
    Path file = folder.resolve("list.csv");
    Files.write(file, content.getBytes(charset));
    return new SupporterList(file.toString(), false, emailNeeded).read();
  }

  private List<Problem> problems(String content, boolean emailNeeded) {
    return assertThrows(
            InvalidInputException.class, () -> read(content, StandardCharsets.UTF_8, emailNeeded))
        .problems();
  }

  @Test
  void columnsStandInAnyOrderUnderTheirUsualNames() throws IOException {
    Writer writer =
        read("Country,E-Mail,Full Name,ZIP,Town,favourite colour\nKanada,a@e.org,Zoë Ng,K1,Ottawa,x")
            .get(0);
    assertEquals("Zoë Ng", writer.name());
    assertEquals("a@e.org", writer.email());
    assertEquals("CA", writer.country());
    assertEquals("Ottawa", writer.city());
    assertEquals("K1", writer.postcode());
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void anyUsualSeparatorWillDo(String separator) throws IOException {
    List<Writer> writers =
        read(
            "name,city\nA B,\"X, Y; Z | T\"\n"
                .replace(",c", separator + "c")
                .replace("B,", "B" + separator));
    assertEquals("X, Y; Z | T", writers.get(0).city());
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, имя;город, Жанна Ким;Алматы",
    "windows-1251, имя;город, Жанна Ивановна Кимова;Алматы Шымкент Караганда",
    "UTF-16LE, \uFEFFимя;город, Жанна Ким;Алматы",
    "windows-1252, nom;ville, Zoé Müller;Orléans"
  })
  void anyUsualEncodingWillDo(String charset, String header, String row) throws IOException {
    Writer writer = read(header + "\n" + row + "\n", Charset.forName(charset), false).get(0);
    assertEquals(row, writer.name() + ";" + writer.city());
  }

  @Test
  void firstAndLastNamesAreJoined() throws IOException {
    assertEquals("Ana Ruiz", read("Nachname;Vorname\nRuiz;Ana\n").get(0).name());
  }

  @Test
  void aQuotedAddressMayHaveSeveralLines() throws IOException {
    Writer writer = read("name,address,language\nA,\"1 Main St\nApt 4\",ru\n").get(0);
    assertEquals(List.of("1 Main St", "Apt 4"), writer.address());
    assertEquals(Locale.forLanguageTag("ru"), writer.language());
  }

  @Test
  void aMissingColumnIsNamedWithThoseThatAreThere() {
    Problem problem = problems("nickname,town\nA,B\n", false).get(0);
    assertTrue(problem.message().contains("\"name\""), problem.toString());
    assertTrue(problem.toString().contains("nickname, town"), problem.toString());
  }

  @Test
  void mailNeedsAnAddressInEveryRow() {
    assertTrue(problems("name\nA\n", true).get(0).message().contains("\"email\""));
    Problem problem = problems("name,email\nA,a@e.org\nB,\n", true).get(0);
    assertEquals(3, problem.line());
  }

  @Test
  void everyBadRowIsNamedByLineAndColumnAndItsValueIsKeptOut() {
    List<Problem> problems =
        problems("name,email\n\"A\nB\",secret.example.org\n,x@e.org\nOK,ok@e.org\n", false);
    assertEquals(2, problems.get(0).line());
    assertTrue(problems.stream().anyMatch(p -> p.column() == 2), problems.toString());
    assertTrue(problems.stream().anyMatch(p -> p.line() == 4), problems.toString());
    assertFalse(problems.toString().contains("secret"), problems.toString());
  }

  @Test
  void aListWithoutRowsIsRefused() {
    assertTrue(problems("name,email\n", false).get(0).message().contains("no writer"));
    assertTrue(problems("\n\n", false).get(0).message().contains("empty"));
  }

  @Test
  void aQuoteThatIsNeverClosedIsSaid() {
    Problem problem = problems("name\n\"A\nB\nC\n", false).get(0);
    assertTrue(problem.toString().contains("quote"), problem.toString());
  }

  @Test
  void somethingElseCalledCsvIsRefused() {
    assertTrue(problems("PK\3\4\0\0\0\0", false).get(0).message().contains("not a text file"));
  }

  @Test
  void aWorkbookIsReadLikeAList() throws IOException {
    Path file = folder.resolve("list.xlsx");
    workbook(file);
    Writer writer = new SupporterList(file.toString(), false, true).read().get(0);
    assertEquals("Жанна Ким", writer.name());
    assertEquals("zh@e.org", writer.email());
    assertEquals("KZ", writer.country());
  }

  @Test
  void somethingElseCalledXlsxIsRefused() throws IOException {
    Path file = folder.resolve("list.xlsx");
    Files.writeString(file, "name,email\n");
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class,
            () -> new SupporterList(file.toString(), false, false).read());
    assertTrue(e.getMessage().contains("no Excel workbook"), e.getMessage());
  }

  private static void workbook(Path file) throws IOException {
    String ns = "http://schemas.openxmlformats.org/";
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns='"
              + ns
              + "package/2006/content-types'>"
              + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
              + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
              + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
              + "</Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns='"
              + ns
              + "package/2006/relationships'><Relationship Id='r1' Type='"
              + ns
              + "officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/>"
              + "</Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns='"
              + ns
              + "spreadsheetml/2006/main' xmlns:r='"
              + ns
              + "officeDocument/2006/relationships'><sheets>"
              + "<sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns='"
              + ns
              + "package/2006/relationships'><Relationship Id='r1' Type='"
              + ns
              + "officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>"
              + "</Relationships>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns='"
              + ns
              + "spreadsheetml/2006/main'><sheetData><row r='1'>"
              + cell("A1", "Name")
              + cell("B1", "Email")
              + cell("C1", "Country")
              + "</row><row r='2'>"
              + cell("A2", "Жанна Ким")
              + cell("B2", "zh@e.org")
              + cell("C2", "Казахстан")
              + "</row></sheetData></worksheet>");
    }
  }

  private static String cell(String place, String text) {
    return "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>".formatted(place, text);
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
