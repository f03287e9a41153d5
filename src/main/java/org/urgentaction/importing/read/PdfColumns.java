package org.urgentaction.importing.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns of a page: the tallest white bands that lie between text on both sides. What is
 * above a band is read first, then its columns one after the other, then what is below.
 */
final class PdfColumns {
  private static final float NARROWEST_BAND = 7;
  private static final float NARROWEST_COLUMN = 60;
  private static final int DEEPEST = 12;
  private static final int MOST_ROWS = 600;

  /** A part of a page that is read from top to bottom. */
  record Region(List<PdfLine> lines, float left, float right) {}

  private record Band(int from, int to, float left, float right) {}

  private final boolean rightToLeft;
  private final List<Region> regions = new ArrayList<>();

  private PdfColumns(boolean rightToLeft) {
    this.rightToLeft = rightToLeft;
  }

  static List<Region> of(List<List<PdfLine>> rows, boolean rightToLeft) {
    PdfColumns columns = new PdfColumns(rightToLeft);
    columns.order(rows, 0);
    return columns.regions;
  }

  private void order(List<List<PdfLine>> rows, int depth) {
    if (rows.isEmpty()) {
      return;
    }
    Band band = depth < DEEPEST && rows.size() <= MOST_ROWS ? tallest(rows) : null;
    if (band == null) {
      regions.add(region(rows));
      return;
    }
    float middle = (band.left + band.right) / 2;
    order(rows.subList(0, band.from), depth + 1);
    List<List<PdfLine>> inside = rows.subList(band.from, band.to);
    order(side(inside, middle, !rightToLeft), depth + 1);
    order(side(inside, middle, rightToLeft), depth + 1);
    order(rows.subList(band.to, rows.size()), depth + 1);
  }

  private static Region region(List<List<PdfLine>> rows) {
    List<PdfLine> lines = new ArrayList<>();
    for (List<PdfLine> row : rows) {
      lines.add(PdfLine.joined(row));
    }
    lines.sort(Comparator.comparing(PdfLine::y));
    float left = lines.stream().map(PdfLine::left).min(Float::compare).orElse(0f);
    float right = lines.stream().map(PdfLine::right).max(Float::compare).orElse(0f);
    return new Region(lines, left, right);
  }

  private static List<List<PdfLine>> side(List<List<PdfLine>> rows, float middle, boolean left) {
    List<List<PdfLine>> side = new ArrayList<>();
    for (List<PdfLine> row : rows) {
      List<PdfLine> pieces = row.stream().filter(each -> each.left() < middle == left).toList();
      if (!pieces.isEmpty()) {
        side.add(pieces);
      }
    }
    return side;
  }

  private static @Nullable Band tallest(List<List<PdfLine>> rows) {
    Band best = null;
    for (int i = 0; i < rows.size(); i++) {
      List<PdfLine> row = rows.get(i);
      for (int k = 0; k + 1 < row.size(); k++) {
        float left = row.get(k).right();
        float right = row.get(k + 1).left();
        boolean inBest =
            best != null
                && i >= best.from
                && i < best.to
                && left <= best.left
                && right >= best.right;
        if (right - left >= NARROWEST_BAND && !inBest) {
          Band band = trimmed(rows, grown(rows, i, left, right));
          if (band != null && (best == null || band.to - band.from > best.to - best.from)) {
            best = band;
          }
        }
      }
    }
    return best;
  }

  /** The band through as many rows as it can go, however narrow it gets on the way. */
  private static Band grown(List<List<PdfLine>> rows, int start, float left, float right) {
    Band band = new Band(start, start + 1, left, right);
    boolean up = true;
    boolean down = true;
    while (up || down) {
      Band higher = up && band.from > 0 ? through(rows.get(band.from - 1), band) : null;
      up = higher != null;
      band = higher == null ? band : new Band(band.from - 1, band.to, higher.left, higher.right);
      Band deeper = down && band.to < rows.size() ? through(rows.get(band.to), band) : null;
      down = deeper != null;
      band = deeper == null ? band : new Band(band.from, band.to + 1, deeper.left, deeper.right);
    }
    return band;
  }

  private static @Nullable Band through(List<PdfLine> row, Band band) {
    float left = band.left;
    float right = band.right;
    for (PdfLine piece : row) {
      if (piece.right() > left && piece.left() < right) {
        if (piece.left() <= left) {
          left = piece.right();
        } else if (piece.right() >= right) {
          right = piece.left();
        } else {
          return null;
        }
      }
    }
    return right - left < NARROWEST_BAND ? null : new Band(band.from, band.to, left, right);
  }

  /** Without rows at its ends that stand apart and on one side only; null where it is no band. */
  private static @Nullable Band trimmed(List<List<PdfLine>> rows, Band band) {
    float middle = (band.left + band.right) / 2;
    int from = band.from;
    int to = band.to;
    while (from < to && isOneSided(rows.get(from), middle) && isApart(rows, from, from + 1)) {
      from++;
    }
    while (from < to && isOneSided(rows.get(to - 1), middle) && isApart(rows, to - 2, to - 1)) {
      to--;
    }
    List<List<PdfLine>> inside = rows.subList(from, to);
    List<List<PdfLine>> left = side(inside, middle, true);
    List<List<PdfLine>> right = side(inside, middle, false);
    boolean columns =
        left.size() > 1
            && right.size() > 1
            && left.size() + right.size() > 4
            && width(left) >= NARROWEST_COLUMN
            && width(right) >= NARROWEST_COLUMN
            && !areLabels(left, right);
    return columns ? new Band(from, to, band.left, band.right) : null;
  }

  private static boolean isOneSided(List<PdfLine> row, float middle) {
    return row.stream().allMatch(piece -> piece.left() < middle)
        || row.stream().allMatch(piece -> piece.left() > middle);
  }

  private static boolean isApart(List<List<PdfLine>> rows, int above, int below) {
    if (above < 0 || below >= rows.size()) {
      return true;
    }
    PdfLine first = rows.get(above).get(0);
    PdfLine second = rows.get(below).get(0);
    return second.y() - first.y() > 1.7f * Math.max(first.size(), second.size())
        || Math.abs(first.size() / second.size() - 1) > 0.2f;
  }

  private static float width(List<List<PdfLine>> side) {
    float left = Float.MAX_VALUE;
    float right = 0;
    for (List<PdfLine> row : side) {
      left = Math.min(left, row.get(0).left());
      right = Math.max(right, row.get(row.size() - 1).right());
    }
    return right - left;
  }

  /** Labels with their values beside them are read across. */
  private static boolean areLabels(List<List<PdfLine>> left, List<List<PdfLine>> right) {
    long labels =
        left.stream()
            .filter(row -> row.get(row.size() - 1).text().strip().matches(".{1,40}[:：]"))
            .count();
    return labels * 2 > left.size() && left.size() <= right.size();
  }
}
