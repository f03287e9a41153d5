package org.urgentaction.typeset;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A line of a page as a picture of its ink and no more, to be held against another one's. */
record InkRow(int width, int height, int[] ink) {
  /** What is as dark as this, of 255, counts as ink. */
  private static final int FAINTEST = 64;

  /**
   * The lines of a page.
   *
   * @param gap rows without ink that part two lines
   */
  static List<InkRow> of(BufferedImage page, int top, int bottom, int gap) {
    List<InkRow> rows = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int y = top; y <= bottom; y++) {
      if (y < bottom && hasInk(page, y)) {
        first = first < 0 ? y : first;
        last = y;
      } else if (first >= 0 && (y - last >= gap || y == bottom)) {
        rows.add(cut(page, first, last));
        first = -1;
      }
    }
    return rows;
  }

  private static boolean hasInk(BufferedImage page, int y) {
    for (int x = 0; x < page.getWidth(); x++) {
      if (dark(page, x, y) >= FAINTEST) {
        return true;
      }
    }
    return false;
  }

  private static int dark(BufferedImage page, int x, int y) {
    return 255 - page.getRaster().getSample(x, y, 0);
  }

  private static InkRow cut(BufferedImage page, int first, int last) {
    int left = page.getWidth();
    int right = 0;
    for (int y = first; y <= last; y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        if (dark(page, x, y) >= FAINTEST) {
          left = Math.min(left, x);
          right = Math.max(right, x);
        }
      }
    }
    int width = right - left + 1;
    int[] ink = new int[width * (last - first + 1)];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = dark(page, left + i % width, first + i / width);
    }
    return new InkRow(width, last - first + 1, ink);
  }

  private int at(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x];
  }

  /** The ink around a point, so that half a pixel to one side is no other shape. */
  private int around(int x, int y) {
    int sum = 0;
    for (int down = -1; down <= 1; down++) {
      for (int along = -1; along <= 1; along++) {
        sum += at(x + along, y + down);
      }
    }
    return sum;
  }

  /** The share of ink that the other has not in the same place: 0 the same shapes, 2 none alike. */
  double unlike(InkRow other) {
    double best = 2;
    for (int down = -1; down <= 1; down++) {
      for (int along = -2; along <= 2; along++) {
        best = Math.min(best, unlike(other, along, down));
      }
    }
    return best;
  }

  private double unlike(InkRow other, int along, int down) {
    long apart = 0;
    long all = 0;
    for (int y = -2; y < Math.max(height, other.height) + 2; y++) {
      for (int x = -2; x < Math.max(width, other.width) + 2; x++) {
        int mine = around(x, y);
        int its = other.around(x + along, y + down);
        apart += Math.abs(mine - its);
        all += mine + its;
      }
    }
    return 2.0 * apart / Math.max(1, all);
  }

  BufferedImage picture() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < ink.length; i++) {
      picture.getRaster().setSample(i % width, i / width, 0, 255 - ink[i]);
    }
    return picture;
  }
}
