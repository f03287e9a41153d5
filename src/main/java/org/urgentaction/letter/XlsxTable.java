package org.urgentaction.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.urgentaction.input.XmlPart;
import org.urgentaction.problem.InvalidInputException;
import org.urgentaction.problem.Problem;

/**
 * The first sheet of an Excel workbook (ISO/IEC 29500-1). Read by StAX, piece by piece and within
 * limits: libraries keep all shared texts as objects, and unpack whatever a small file unpacks to.
 */
final class XlsxTable {
  private static final long LARGEST = 50L << 20;

  private final String source;
  private final Path file;

  XlsxTable(String source, Path file) {
    this.source = source;
    this.file = file;
  }

  /** The rows from the first one on, which is the header. */
  TableRows rows() throws IOException {
    if (Files.size(file) > LARGEST) {
      throw invalid("the workbook is larger than 50 MB", "save the list as CSV");
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new XlsxRows(source, zip, sheet(zip), SharedTexts.of(zip));
      } catch (IOException | XMLStreamException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException | XMLStreamException | IllegalArgumentException e) {
      throw noWorkbook(source);
    } catch (XmlPart.TooLargeException e) {
      throw tooLarge(source);
    }
  }

  /** The part that holds the workbook's first sheet. */
  private ZipEntry sheet(ZipFile zip) throws IOException, XMLStreamException {
    String relation = firstSheet(zip);
    try (WorkbookPart part = WorkbookPart.open(zip, "xl/_rels/workbook.xml.rels")) {
      while (part.xml().hasNext()) {
        if (part.xml().next() == XMLStreamConstants.START_ELEMENT
            && part.xml().getLocalName().equals("Relationship")
            && relation.equals(part.attribute("Id"))) {
          String target = part.attribute("Target");
          ZipEntry entry = target == null ? null : zip.getEntry(path(target));
          if (entry != null) {
            return entry;
          }
        }
      }
    }
    throw noWorkbook(source);
  }

  private String firstSheet(ZipFile zip) throws IOException, XMLStreamException {
    try (WorkbookPart part = WorkbookPart.open(zip, "xl/workbook.xml")) {
      while (part.xml().hasNext()) {
        if (part.xml().next() == XMLStreamConstants.START_ELEMENT
            && part.xml().getLocalName().equals("sheet")) {
          @Nullable String relation = part.attribute("id");
          if (relation != null) {
            return relation;
          }
        }
      }
    }
    throw noWorkbook(source);
  }

  private static String path(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  static InvalidInputException noWorkbook(String source) {
    return new InvalidInputException(
        Problem.error(source, "the file is no Excel workbook")
            .advise("save the list as XLSX or CSV"));
  }

  static InvalidInputException tooLarge(String source) {
    return new InvalidInputException(
        Problem.error(source, "the workbook unpacks to more than a list can be")
            .advise("save the list as CSV"));
  }

  private InvalidInputException invalid(String message, String advice) {
    return new InvalidInputException(Problem.error(source, message).advise(advice));
  }
}
