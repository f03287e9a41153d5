package org.urgentaction.report;

import java.awt.Color;

/** The colours of charts: each stands out from white, and no meaning hangs on any. */
enum Ink {
  TEXT(0x1A1A1A),
  BAR(0x2A5D9F),
  RULE(0x6B6B6B);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  Color colour() {
    return new Color(rgb);
  }

  /** As SVG writes it. */
  @Override
  public String toString() {
    return "#%06x".formatted(rgb);
  }
}
