package org.urgentaction.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
  void aFirstLineThatNamesTheSeparatorIsNoHeader() throws IOException {
    assertEquals("B", read("sep=|\nname|city\n\"A, A; A\"|B\n").get(0).city());
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstTitle() throws IOException {
    assertEquals("A, B", read("\uFEFF\"name\",\"city\"\n\"A, B\",C\n").get(0).name());
  }

  @Test
  void aCountryIsKnownByNameWithoutCaseAndAccents() throws IOException {
    List<Writer> writers = read("name,country\nA,COTE D’IVOIRE\nB,peru\nC,Perú\nD,kaz\nE,uk\n");
    assertEquals(
        List.of("CI", "PE", "PE", "KZ", "GB"), writers.stream().map(Writer::country).toList());
  }

  @Test
  void anApostropheThatOnlyGuardsAgainstFormulasIsTakenOff() throws IOException {
    Writer writer = read("name,phone\n'Abd al-Rahman,'+1 613 555 0101\n").get(0);
    assertEquals("+1 613 555 0101", writer.phone());
    assertEquals("'Abd al-Rahman", writer.name());
  }

  @Test
  void somethingElseCalledCsvIsRefused() {
    assertTrue(problems("PK\3\4\0\0\0\0", false).get(0).message().contains("not a text file"));
  }

  @Test
  void aWorkbookIsReadLikeAList() throws IOException {
    Path file = folder.resolve("list.xlsx");
    new SpreadsheetFile()
        .header("Name", "Email", "Country", "Phone")
        .rows(1, row -> new String[] {"Жанна Ким", "zh@e.org", "Казахстан", "#7.7172555501E10"})
        .save(file);
    Writer writer = new SupporterList(file.toString(), false, true).read().get(0);
    assertEquals("Жанна Ким", writer.name());
    assertEquals("zh@e.org", writer.email());
    assertEquals("KZ", writer.country());
    assertEquals("77172555501", writer.phone());
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
}
