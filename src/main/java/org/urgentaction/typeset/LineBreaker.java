package org.urgentaction.typeset;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a paragraph into lines that are full before the next begins.
 *
 * <p>A word is divided where it is wider than a line, where the text has a soft hyphen, and where
 * more than a quarter of the line would stay empty: seldom in a letter's full width, often in a
 * narrow column.
 */
final class LineBreaker {
  private static final int LEFT_EMPTY = 4;

  private final int limit;
  private final WordDivider divider;
  private final List<List<Piece>> lines = new ArrayList<>();
  private List<Piece> line = new ArrayList<>();
  private int filled;

  /**
   * @param limit the width of a line in thousandths of the size
   */
  LineBreaker(int limit, WordDivider divider) {
    this.limit = limit;
    this.divider = divider;
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
    List<Piece> rest = unit;
    int width = visible(rest);
    while (filled + width > limit) {
      List<Piece> next = divided(rest, width > limit);
      if (next != null) {
        endLine();
        rest = next;
        width = visible(rest);
      } else if (!line.isEmpty()) {
        endLine();
      } else {
        break;
      }
    }
    for (Piece piece : rest) {
      if (width > limit && !piece.space()) {
        placeInParts(piece);
      } else {
        add(piece);
      }
    }
  }

  private static int visible(List<Piece> unit) {
    int width = 0;
    int spaces = 0;
    for (Piece piece : unit) {
      spaces = piece.space() ? spaces + piece.width() : 0;
      width += piece.width();
    }
    return width - spaces;
  }

  /** Fills the line with the first part of what is too wide for it; returns the other, or null. */
  private @Nullable List<Piece> divided(List<Piece> unit, boolean tooWide) {
    boolean byPatterns = line.isEmpty() || limit - filled > limit / LEFT_EMPTY;
    int room = limit - filled;
    int whole = -1;
    int part = 0;
    for (int i = 0; i < unit.size() && room > 0; i++) {
      Piece piece = unit.get(i);
      if (byPatterns || !piece.softHyphens().isEmpty()) {
        int fitting = fitting(piece, divider.places(piece, tooWide), room);
        if (fitting > 0) {
          whole = i;
          part = fitting;
        }
      }
      room -= piece.width();
    }
    if (whole < 0) {
      return null;
    }
    unit.subList(0, whole).forEach(this::add);
    Piece divided = unit.get(whole);
    Piece first = divided.slice(0, part);
    add(first);
    add(divider.hyphen(first));
    List<Piece> rest = new ArrayList<>();
    rest.add(divided.slice(part, divided.word().size()));
    rest.addAll(unit.subList(whole + 1, unit.size()));
    return rest;
  }

  /** The last place before which a piece fits with a hyphen, or 0. */
  private int fitting(Piece piece, BitSet places, int room) {
    for (int place = places.previousSetBit(piece.word().size() - 1);
        place > 0;
        place = places.previousSetBit(place - 1)) {
      Piece first = piece.slice(0, place);
      if (first.width() + divider.hyphen(first).width() <= room) {
        return place;
      }
    }
    return 0;
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
