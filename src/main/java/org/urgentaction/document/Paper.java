package org.urgentaction.document;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A sheet, with the places on it that an envelope's window and its folds ask for. */
public enum Paper {
  /** Folded for a DL envelope, its window as DIN 5008 form B has it. */
  A4(210, 297, 20, 45, 85, 45, 62.7, 105, 210),

  /** Folded in thirds for a #10 envelope with the usual window. */
  LETTER(215.9, 279.4, 22, 51, 89, 32, 54, 93.1, 186.3);

  /**
   * Where a window shows the sheet, in millimetres from the top and the start side.
   *
   * @param firstLine from the top to the first line of an address of usual length
   */
  public record AddressField(
      double start, double top, double width, double height, double firstLine) {}

  private final double width;
  private final double height;
  private final double fieldStart;
  private final double fieldTop;
  private final double fieldWidth;
  private final double fieldHeight;
  private final double firstLine;
  private final double firstFold;
  private final double secondFold;

  Paper(
      double width,
      double height,
      double fieldStart,
      double fieldTop,
      double fieldWidth,
      double fieldHeight,
      double firstLine,
      double firstFold,
      double secondFold) {
    this.width = width;
    this.height = height;
    this.fieldStart = fieldStart;
    this.fieldTop = fieldTop;
    this.fieldWidth = fieldWidth;
    this.fieldHeight = fieldHeight;
    this.firstLine = firstLine;
    this.firstFold = firstFold;
    this.secondFold = secondFold;
  }

  /**
   * The paper of a country by CLDR: US Letter where it is used, A4 elsewhere and where the country
   * is not known.
   *
   * @param iso3166 two letters, or null
   */
  public static Paper forCountry(@Nullable String iso3166) {
    if (iso3166 == null || !iso3166.matches("[A-Za-z]{2}")) {
      return A4;
    }
    LocaleData.PaperSize size =
        LocaleData.getPaperSize(new ULocale.Builder().setRegion(iso3166).build());
    return size.getHeight() < 290 ? LETTER : A4;
  }

  /** The paper of the country that a time zone is in: {@code America/Toronto} is Canada's. */
  public static Paper forZone(ZoneId zone) {
    try {
      return forCountry(TimeZone.getRegion(zone.getId()));
    } catch (IllegalArgumentException noCountry) { // a bare offset from UTC has none
      return A4;
    }
  }

  /** Millimetres as hundredths of a point, the unit of everything that is placed on a page. */
  public static int mm(double millimetres) {
    return (int) Math.round(millimetres * 7200 / 25.4);
  }

  public int width() {
    return mm(width);
  }

  public int height() {
    return mm(height);
  }

  public AddressField field() {
    return new AddressField(fieldStart, fieldTop, fieldWidth, fieldHeight, firstLine);
  }

  public int firstFold() {
    return mm(firstFold);
  }

  public int secondFold() {
    return mm(secondFold);
  }
}
