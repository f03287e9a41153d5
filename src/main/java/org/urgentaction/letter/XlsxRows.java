package org.urgentaction.letter;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.urgentaction.input.XmlPart;

/** Reads the rows of a workbook's sheet as they are asked for, cells as the text they hold. */
final class XlsxRows implements TableRows {
  private static final int MOST_COLUMNS = 1000;
  private static final int LONGEST_NUMBER = 9;
  private static final Pattern POWER_OF_TEN = Pattern.compile("-?[0-9.]{1,20}[Ee][+]?[0-9]{1,2}");

  private final String source;
  private final ZipFile zip;
  private final SharedTexts shared;
  private final WorkbookPart part;
  private int line;

  XlsxRows(String source, ZipFile zip, ZipEntry sheet, SharedTexts shared)
      throws IOException, XMLStreamException {
    this.source = source;
    this.zip = zip;
    this.shared = shared;
    this.part = WorkbookPart.open(zip, sheet);
  }

  @Override
  public @Nullable TableRow next() throws IOException {
    XMLStreamReader xml = part.xml();
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
          TableRow row = row();
          if (!row.isBlank()) {
            return row;
          }
        }
      }
      return null;
    } catch (XmlPart.TooLargeException e) {
      throw XlsxTable.tooLarge(source);
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof XmlPart.TooLargeException
          ? XlsxTable.tooLarge(source)
          : XlsxTable.noWorkbook(source);
    } catch (ZipException e) {
      throw XlsxTable.noWorkbook(source);
    }
  }

  private TableRow row() throws XMLStreamException, IOException {
    line = number(part.attribute("r"), line + 1);
    List<String> cells = new ArrayList<>();
    long length = 0;
    int column = -1;
    while (true) {
      int event = part.xml().next();
      if (event == XMLStreamConstants.START_ELEMENT && part.xml().getLocalName().equals("c")) {
        column = column(part.attribute("r"), column + 1);
        String text = cell();
        length += text.length();
        if (length > LONGEST_ROW || (column >= MOST_COLUMNS && !text.isBlank())) {
          throw new XmlPart.TooLargeException();
        }
        if (!text.isEmpty() && column < MOST_COLUMNS) {
          while (cells.size() <= column) {
            cells.add("");
          }
          cells.set(column, text);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT
          && part.xml().getLocalName().equals("row")) {
        return new TableRow(line, cells);
      }
    }
  }

  private String cell() throws XMLStreamException, IOException {
    String type = part.attribute("t");
    String inline = "";
    StringBuilder value = new StringBuilder();
    boolean inValue = false;
    while (true) {
      int event = part.xml().next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        inValue = part.xml().getLocalName().equals("v");
        if (part.xml().getLocalName().equals("is")) {
          inline = part.richText("is");
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (part.xml().getLocalName().equals("c")) {
          return "inlineStr".equals(type) ? inline : text(type, value.toString());
        }
        inValue = false;
      } else if (inValue) {
        part.append(value);
      }
    }
  }

  private String text(@Nullable String type, String value) {
    if ("s".equals(type)) {
      return shared.get(number(value.strip(), -1));
    }
    boolean number = type == null || type.equals("n");
    return number && POWER_OF_TEN.matcher(value).matches() ? plain(value) : value;
  }

  /** A long number, such as that of a telephone, without its power of ten. */
  private static String plain(String number) {
    try {
      return new BigDecimal(number).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return number;
    }
  }

  private static int number(@Nullable String digits, int otherwise) {
    boolean sane =
        digits != null
            && !digits.isEmpty()
            && digits.length() <= LONGEST_NUMBER
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits != null && sane ? Integer.parseInt(digits) : otherwise;
  }

  /** The column of a place such as {@code AB12}, from 0. */
  private static int column(@Nullable String place, int otherwise) {
    int column = 0;
    int letters = 0;
    while (place != null
        && letters < place.length()
        && letters < 4
        && place.charAt(letters) >= 'A'
        && place.charAt(letters) <= 'Z') {
      column = column * 26 + place.charAt(letters++) - 'A' + 1;
    }
    return letters == 0 ? otherwise : column - 1;
  }

  @Override
  public void close() throws IOException {
    part.close();
    zip.close();
  }
}
