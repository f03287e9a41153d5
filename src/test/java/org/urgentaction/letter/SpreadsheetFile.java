package org.urgentaction.letter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an Excel workbook as Excel would, or as somebody would who means no good. */
final class SpreadsheetFile {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private String doctype = "";
  private String[] header = {};
  private int rows;
  private IntFunction<String[]> row = number -> new String[] {};
  private boolean sharing;
  private Content ending = out -> {};

  /** What a part ends with. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  SpreadsheetFile doctype(String text) {
    doctype = text;
    return this;
  }

  SpreadsheetFile header(String... titles) {
    header = titles;
    return this;
  }

  SpreadsheetFile rows(int count, IntFunction<String[]> cells) {
    rows = count;
    row = cells;
    return this;
  }

  /** Texts stand in a part of their own, as Excel writes them, not in their cells. */
  SpreadsheetFile sharing() {
    sharing = true;
    return this;
  }

  /** More of the sheet, as XML, behind its rows. */
  SpreadsheetFile sheetEnding(Content content) {
    ending = content;
    return this;
  }

  void save(Path file) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      part(
          zip,
          "xl/workbook.xml",
          out ->
              print(
                  out,
                  "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>"
                      .formatted(MAIN, OFFICE)));
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          out ->
              print(
                  out,
                  "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                      + "<Relationship Id='r1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/>"
                          .formatted(OFFICE)
                      + "</Relationships>"));
      part(zip, "xl/worksheets/sheet1.xml", this::sheet);
      if (sharing) {
        part(zip, "xl/sharedStrings.xml", this::shared);
      }
    }
  }

  private void sheet(OutputStream out) throws IOException {
    print(out, doctype + "<worksheet xmlns='" + MAIN + "'><sheetData>");
    int index = 0;
    for (int i = 0; i <= rows; i++) {
      StringBuilder text = new StringBuilder("<row r='" + (i + 1) + "'>");
      String[] cells = cells(i);
      for (int column = 0; column < cells.length; column++) {
        String place = (char) ('A' + column) + Integer.toString(i + 1);
        text.append(
            sharing
                ? "<c r='%s' t='s'><v>%d</v></c>".formatted(place, index++)
                : cells[column].startsWith("#")
                    ? "<c r='%s'><v>%s</v></c>".formatted(place, cells[column].substring(1))
                    : "<c r='%s' t='inlineStr'><is><t>%s</t></is></c>"
                        .formatted(place, cells[column]));
      }
      print(out, text.append("</row>").toString());
    }
    ending.writeTo(out);
    print(out, "</sheetData></worksheet>");
  }

  private void shared(OutputStream out) throws IOException {
    print(out, "<sst xmlns='" + MAIN + "'>");
    for (int i = 0; i <= rows; i++) {
      for (String cell : cells(i)) {
        print(out, "<si><t xml:space='preserve'>" + cell + "</t></si>");
      }
    }
    print(out, "</sst>");
  }

  /** Of the header, then of the rows. */
  private String[] cells(int number) {
    return number == 0 ? header : row.apply(number - 1);
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.writeTo(zip);
    zip.closeEntry();
  }
}
