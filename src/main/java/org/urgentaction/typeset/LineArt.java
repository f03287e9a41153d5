package org.urgentaction.typeset;

import java.util.Arrays;

/**
 * Turns a picture of handwriting into ink on paper: each pixel black or white by Otsu's threshold
 * (1979), so that a light pen survives, and strokes one pixel thicker, so that a thin one does.
 */
final class LineArt {
  private static final int SHADES = 256;
  private static final int INK = 0x000000;
  private static final int PAPER = 0xffffff;

  /** Shades that lie closer together than this are paper with nothing on it. */
  private static final int LEAST_CONTRAST = 24;

  private LineArt() {}

  /**
   * The picture in black and white.
   *
   * @param pixels rows of red, green and blue, eight bits each
   */
  static int[] of(int[] pixels, int width) {
    int[] shades = Arrays.stream(pixels).map(LineArt::shade).toArray();
    int threshold = threshold(shades);
    int[] drawn = new int[pixels.length];
    Arrays.fill(drawn, PAPER);
    for (int i = 0; i < shades.length; i++) {
      if (shades[i] <= threshold) {
        ink(drawn, i, width);
      }
    }
    return drawn;
  }

  private static void ink(int[] drawn, int at, int width) {
    drawn[at] = INK;
    int column = at % width;
    if (column > 0) {
      drawn[at - 1] = INK;
    }
    if (column < width - 1) {
      drawn[at + 1] = INK;
    }
    if (at >= width) {
      drawn[at - width] = INK;
    }
    if (at + width < drawn.length) {
      drawn[at + width] = INK;
    }
  }

  /** Luminance (ITU-R BT.601), 0 to 255. */
  private static int shade(int pixel) {
    return (((pixel >> 16) & 0xff) * 299 + ((pixel >> 8) & 0xff) * 587 + (pixel & 0xff) * 114)
        / 1000;
  }

  /** The shade that parts ink and paper best; -1 where there is no ink. */
  private static int threshold(int[] shades) {
    long[] counts = new long[SHADES];
    long sum = 0;
    for (int shade : shades) {
      counts[shade]++;
      sum += shade;
    }
    int darkest = Arrays.stream(shades).min().orElse(SHADES - 1);
    int lightest = Arrays.stream(shades).max().orElse(SHADES - 1);
    if (lightest - darkest < LEAST_CONTRAST) {
      return -1;
    }
    int best = -1;
    double most = -1;
    long dark = 0;
    long darkSum = 0;
    for (int shade = darkest; shade < lightest; shade++) {
      dark += counts[shade];
      darkSum += shade * counts[shade];
      long light = shades.length - dark;
      double apart = (double) darkSum / dark - (double) (sum - darkSum) / light;
      double between = (double) dark * light * apart * apart;
      if (between > most) {
        most = between;
        best = shade;
      }
    }
    return best;
  }
}
