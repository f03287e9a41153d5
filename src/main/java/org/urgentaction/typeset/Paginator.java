package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets items flow over pages: no page begins or ends with a single line of a paragraph, and what
 * belongs together stays together where that can be.
 */
final class Paginator {
  private record Row(int number, Item item, int index, boolean mayBegin) {}

  private final int firstTop;
  private final int top;
  private final int bottom;
  private final List<Placed> placed = new ArrayList<>();
  private int page;

  /**
   * @param firstTop where the flow begins on the first page, from the top, in hundredths of a point
   * @param top where it begins on others
   * @param bottom where it ends
   */
  Paginator(int firstTop, int top, int bottom) {
    this.firstTop = firstTop;
    this.top = top;
    this.bottom = bottom;
  }

  List<Placed> place(List<Item> items) {
    List<Row> rows = rows(items);
    for (int from = 0; from < rows.size(); page++) {
      int to = pageEnd(rows, from);
      placeRows(rows.subList(from, to));
      from = to;
    }
    return placed;
  }

  /** At least one. */
  int pages() {
    return Math.max(1, page);
  }

  private static List<Row> rows(List<Item> items) {
    List<Row> rows = new ArrayList<>();
    boolean kept = false;
    int number = 0;
    for (Item item : items) {
      int count = item.rows();
      for (int row = 0; row < count; row++) {
        boolean inside = count > 3 && row > 1 && row < count - 1;
        rows.add(new Row(number, item, row, row == 0 ? !kept : inside));
      }
      kept = item.keptWithNext();
      number++;
    }
    return rows;
  }

  private int pageEnd(List<Row> rows, int from) {
    int y = page == 0 ? firstTop : top;
    for (int i = from; i < rows.size(); i++) {
      Row row = rows.get(i);
      y += height(row, i == from);
      if (y > bottom && i > from) {
        int end = i;
        while (end > from && !rows.get(end).mayBegin) {
          end--;
        }
        if (end == from && page == 0 && firstTop > top) {
          return from; // all of it has more room on the next page
        }
        return end > from ? end : i;
      }
    }
    return rows.size();
  }

  private void placeRows(List<Row> rows) {
    int y = page == 0 ? firstTop : top;
    for (int from = 0; from < rows.size(); ) {
      Item item = rows.get(from).item;
      y += height(rows.get(from), from == 0) - item.rowHeight();
      int to = from;
      while (to < rows.size() && rows.get(to).number == rows.get(from).number) {
        to++;
      }
      int first = rows.get(from).index;
      placed.add(new Placed(item, page, first, first + to - from, y));
      y += item.rowHeight() * (to - from);
      from = to;
    }
  }

  private static int height(Row row, boolean atTop) {
    int before = row.index == 0 && !atTop ? row.item.before() : 0;
    return before + row.item.rowHeight();
  }
}
