package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.List;

/** Breaks a paragraph into lines that are full before the next begins. */
final class LineBreaker {
  private final int limit;
  private final List<List<Piece>> lines = new ArrayList<>();
  private List<Piece> line = new ArrayList<>();
  private int filled;

  /**
   * @param limit the width of a line in thousandths of the size
   */
  LineBreaker(int limit) {
    this.limit = limit;
  }

  List<List<Piece>> lines(List<List<Piece>> hardLines) {
    for (List<Piece> hardLine : hardLines) {
      for (int from = 0; from < hardLine.size(); ) {
        int to = from + 1;
        while (to < hardLine.size() && !hardLine.get(to).opportunity()) {
          to++;
        }
        place(hardLine.subList(from, to));
        from = to;
      }
      endLine();
    }
    return lines;
  }

  /** Places what must not be parted, if that can be: its words, and the space after them. */
  private void place(List<Piece> unit) {
    int width = 0;
    int spaces = 0;
    for (Piece piece : unit) {
      spaces = piece.space() ? spaces + piece.width() : 0;
      width += piece.width();
    }
    width -= spaces;
    if (filled + width > limit && !line.isEmpty()) {
      endLine();
    }
    for (Piece piece : unit) {
      if (width > limit && !piece.space()) {
        placeInParts(piece);
      } else {
        add(piece);
      }
    }
  }

  private void placeInParts(Piece piece) {
    int size = piece.word().size();
    for (int from = 0; from < size; ) {
      int to = piece.word().fitting(from, limit - filled);
      Piece part = piece.slice(from, to);
      if (filled + part.width() > limit && !line.isEmpty()) {
        endLine();
        continue;
      }
      add(part);
      from = to;
    }
  }

  private void add(Piece piece) {
    line.add(piece);
    filled += piece.width();
  }

  private void endLine() {
    lines.add(line);
    line = new ArrayList<>();
    filled = 0;
  }
}
