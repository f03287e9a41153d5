package org.urgentaction.docx;

/** The units of WordprocessingML (ISO/IEC 29500-1, 17.18.105) and DrawingML. */
final class Length {
  private static final double TWIPS_A_MILLIMETRE = 1440 / 25.4;
  private static final int EMU_A_TWIP = 635;

  private Length() {}

  /** Millimetres as twentieths of a point. */
  static int twips(double millimetres) {
    return (int) Math.round(millimetres * TWIPS_A_MILLIMETRE);
  }

  /** Hundredths of a point as twentieths. */
  static int ofHundredths(int length) {
    return Math.round(length / 5f);
  }

  /** Twentieths of a point as English metric units. */
  static long emu(int twips) {
    return (long) twips * EMU_A_TWIP;
  }
}
