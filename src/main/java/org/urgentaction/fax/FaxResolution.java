package org.urgentaction.fax;

/**
 * The two resolutions that every fax machine has had since 1980 (ITU-T T.4): 8.04 dots a millimetre
 * across, 7.7 or 3.85 lines a millimetre down, in whole dots per inch as TIFF class F gives them.
 */
public enum FaxResolution {
  FINE(196),
  STANDARD(98);

  /** Dots per inch across, in both. */
  static final int ACROSS = 204;

  private final int down;

  FaxResolution(int down) {
    this.down = down;
  }

  /** Lines per inch. */
  public int down() {
    return down;
  }

  /** Dots per inch across. */
  public int across() {
    return ACROSS;
  }
}
