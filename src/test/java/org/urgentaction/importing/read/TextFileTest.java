package org.urgentaction.importing.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.urgentaction.importing.IssuedLine;
import org.urgentaction.importing.IssuedLine.Kind;

/** What plain text gives, and what all formats make of lines. */
class TextFileTest {
  @TempDir Path folder;

  private List<IssuedLine> lines(String text) throws IOException {
    Path file = folder.resolve("action.txt");
    Files.writeString(file, text);
    return new DocumentReader().read(file).lines();
  }

  private List<String> texts(String text) throws IOException {
    return lines(text).stream().map(IssuedLine::text).toList();
  }

  @Test
  void linesKeepTheirPlaceAndTheGapsBetweenThem() throws IOException {
    List<IssuedLine> lines = lines("URGENT ACTION\n\n\nFree the librarian\r\nof Harbour Town\n");
    assertEquals(List.of(1, 4, 5), lines.stream().map(IssuedLine::number).toList());
    assertEquals(List.of(false, true, false), lines.stream().map(IssuedLine::gapBefore).toList());
  }

  @Test
  void bulletsOfEveryKindAreTakenOff() throws IOException {
    List<IssuedLine> lines =
        lines("• one\n◼ two\n- three\n– four\n* five\n1. six\n2) seven\n\uF0B7 eight\n•\nnine\n");
    assertTrue(lines.stream().allMatch(line -> line.kind() == Kind.ITEM));
    assertEquals(
        List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        lines.stream().map(IssuedLine::text).toList());
  }

  @Test
  void aDateOrAHouseNumberIsNoItem() throws IOException {
    assertEquals(
        List.of("13. Januar 2025", "1. Mai 2025", "24. utca 7", "12) Harbour Road"),
        texts("13. Januar 2025\n1. Mai 2025\n24. utca 7\n12) Harbour Road\n"));
  }

  @Test
  void aLineBrokenInMidSentenceGoesOn() throws IOException {
    assertEquals(
        List.of("Asking the harbour police to return the books that they took and the keys;"),
        texts("- Asking the harbour police to return the books that\nthey took and the keys;\n"));
  }

  @Test
  void linesOfAnAddressAreNeverJoined() throws IOException {
    List<String> address =
        List.of(
            "Permanent Mission of the Republic of the Far Islands",
            "c/o Ministry of Foreign and Overseas Affairs of the Islands",
            "email: office@islands.example",
            "www.islands.example");
    assertEquals(address, texts(String.join("\n", address)));
  }

  @Test
  void whatAnEditorLeftBehindIsRemoved() throws IOException {
    assertEquals(
        List.of("Write a letter", "Dear Minister"),
        texts(
            "1. [bookmark: _Hlk12345]Write\u00A0a  let\u00ADter\u202C\n------------\nDear\tMinister"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
  void anyUsualEncodingIsRead(String encoding) throws IOException {
    Path file = folder.resolve("action.txt");
    String mark = encoding.equals("UTF-16LE") ? "\uFEFF" : "";
    String text = "Señor Peña, Präsident\nGrüße aus der Ferne, façade et forêt";
    Files.write(file, (mark + text).getBytes(Charset.forName(encoding)));
    assertEquals(
        text.lines().toList(),
        new DocumentReader().read(file).lines().stream().map(IssuedLine::text).toList());
  }

  @Test
  void cyrillicIsKnownWithoutAMark() throws IOException {
    Path file = folder.resolve("action.txt");
    String text = "Ваше Превосходительство! Освободите библиотекаря из портового города";
    Files.write(file, text.getBytes(Charset.forName("windows-1251")));
    assertEquals(text, new DocumentReader().read(file).lines().get(0).text());
  }
}
